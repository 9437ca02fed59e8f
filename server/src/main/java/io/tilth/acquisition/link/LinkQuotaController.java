package io.tilth.acquisition.link;

import io.tilth.acquisition.link.LinkQuota.State;
import io.tilth.kernel.Needs;
import io.tilth.wecom.Companies;
import io.tilth.wecom.Company;
import io.tilth.wecom.CompanyId;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class LinkQuotaController {

    private final LinkQuotaService quotas;
    private final Companies companies;

    LinkQuotaController(LinkQuotaService quotas, Companies companies) {
        this.quotas = quotas;
        this.companies = companies;
    }

    /** Of the companies that have links. */
    @Needs("channel-code:read")
    @GetMapping("/api/v1/link-quotas")
    List<QuotaOfLinks> all() {
        var connected = companies.connected().stream().map(Company::id).collect(Collectors.toSet());
        return quotas.all().stream()
                .filter(quota -> connected.contains(quota.company()))
                .map(quota -> new QuotaOfLinks(
                        quota.company(),
                        quotas.state(quota),
                        quota.used(),
                        quota.left(),
                        quota.ending(),
                        quota.endsAt().orElse(null),
                        quota.askedAt()))
                .toList();
    }

    /** @param ending how many of those left end at {@code endsAt} */
    record QuotaOfLinks(
            CompanyId companyId,
            State state,
            int used,
            int left,
            int ending,
            @Nullable Instant endsAt,
            Instant askedAt) {}
}
