package io.tilth.wecom.connect;

import io.tilth.kernel.Audit;
import io.tilth.kernel.Refusal;
import io.tilth.kernel.TenantId;
import io.tilth.kernel.TenantScope;
import io.tilth.kernel.TilthSettings;
import io.tilth.wecom.CompanyId;
import io.tilth.wecom.WecomSettings;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class DomainService {

    private final DomainRepository domains;
    private final ConnectRepository companies;
    private final StepService steps;
    private final TilthSettings house;
    private final WecomSettings settings;
    private final Audit audit;

    DomainService(
            DomainRepository domains,
            ConnectRepository companies,
            StepService steps,
            TilthSettings house,
            WecomSettings settings,
            Audit audit) {
        this.domains = domains;
        this.companies = companies;
        this.steps = steps;
        this.house = house;
        this.settings = settings;
        this.audit = audit;
    }

    /** What to serve to whoever asks this host for the file. */
    @Transactional(readOnly = true)
    public Optional<String> content(String host, String name) {
        return domains.content(host, name);
    }

    @Transactional(readOnly = true)
    public Optional<DomainFile> file(CompanyId company) {
        return domains.file(TenantScope.current(), company);
    }

    /** A company leaves one domain for another, which must not be another tenant's. */
    public void move(Optional<String> from, Optional<String> to) {
        var tenant = TenantScope.current();
        from.filter(host -> !isUsed(host)).ifPresent(host -> domains.release(host, tenant));
        to.filter(host -> !isEverybodys(host))
                .ifPresent(host -> Refusal.unless(domains.claim(host, tenant).equals(tenant), "wecom-domain-taken"));
    }

    public void keepFile(CompanyId id, DomainFile file) {
        var company = companies.find(id).orElseThrow(() -> Refusal.notFound("wecom-company-not-found"));
        var host = company.domain().orElseThrow(() -> Refusal.conflict("wecom-domain-missing"));
        var tenant = TenantScope.current();
        domains.remove(tenant, id);
        Refusal.unless(domains.keep(host, file, tenant, id), "wecom-domain-file-taken");
        steps.forget(id, EnumSet.of(Step.DOMAIN_FILE, Step.JSSDK_DOMAIN));
        audit.note("wecom-company.domain-file-set", ConnectService.subject(company), Map.of("file", file.name()));
    }

    public void removeFile(CompanyId id) {
        var company = companies.find(id).orElseThrow(() -> Refusal.notFound("wecom-company-not-found"));
        if (domains.remove(TenantScope.current(), id)) {
            steps.forget(id, EnumSet.of(Step.DOMAIN_FILE, Step.JSSDK_DOMAIN));
            audit.note("wecom-company.domain-file-removed", ConnectService.subject(company));
        }
    }

    public void releaseAll(TenantId erased) {
        domains.releaseAll(erased);
    }

    /** On a company's own server all its tenants share the one address. */
    private boolean isEverybodys(String host) {
        return !settings.hosted() && host.equals(house.publicUrl().getHost());
    }

    private boolean isUsed(String host) {
        return companies.all().stream().anyMatch(company -> company.domain().equals(Optional.of(host)));
    }
}
