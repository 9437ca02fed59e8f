package io.tilth.wecom.jssdk;

import io.tilth.kernel.Refusal;
import io.tilth.wecom.Company;
import io.tilth.wecom.MemberCompanies;
import io.tilth.wecom.WecomApps;
import io.tilth.wecom.WecomApps.Ticket;
import io.tilth.wecom.WecomSettings;
import java.net.URI;
import java.time.Clock;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Signs pages for WeCom's JS-SDK. Asks WeCom for tickets now and then, so no transaction is open meanwhile. */
@Component
class PageSigner {

    private final SigningCompanyService companies;
    private final ObjectProvider<MemberCompanies> members;
    private final WecomApps apps;
    private final WecomSettings settings;
    private final Clock clock;

    PageSigner(
            SigningCompanyService companies,
            ObjectProvider<MemberCompanies> members,
            WecomApps apps,
            WecomSettings settings,
            Clock clock) {
        this.companies = companies;
        this.members = members;
        this.apps = apps;
        this.settings = settings;
        this.clock = clock;
    }

    /** For the company in which the caller is a member, else the first that is connected. */
    PageSignature sign(URI page) {
        Refusal.unless(isPage(page), "page-not-signable");
        var company = companies
                .choose(members.getObject().ofCaller())
                .orElseThrow(() -> Refusal.conflict("no-company-connected"));
        return sign(company, page.toString().split("#", 2)[0]);
    }

    private PageSignature sign(Company company, String url) {
        long timestamp = clock.instant().getEpochSecond();
        var nonce = UUID.randomUUID().toString().replace("-", "");
        return new PageSignature(
                company.corpId(),
                company.agentId(),
                settings.scriptUrl(),
                timestamp,
                nonce,
                PageSignature.sign(apps.ticket(company.id(), Ticket.COMPANY), nonce, timestamp, url),
                PageSignature.sign(apps.ticket(company.id(), Ticket.APP), nonce, timestamp, url));
    }

    private static boolean isPage(URI page) {
        return page.isAbsolute()
                && page.getHost() != null
                && ("https".equals(page.getScheme()) || "http".equals(page.getScheme()));
    }
}
