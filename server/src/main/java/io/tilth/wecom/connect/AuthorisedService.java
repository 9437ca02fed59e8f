package io.tilth.wecom.connect;

import io.tilth.kernel.Audit;
import io.tilth.kernel.Refusal;
import io.tilth.wecom.Authorisations;
import io.tilth.wecom.Company;
import io.tilth.wecom.CompanyConnected;
import io.tilth.wecom.CompanyId;
import io.tilth.wecom.WecomApps;
import io.tilth.wecom.connect.ConnectedCompany.Draft;
import io.tilth.wecom.connect.ConnectedCompany.State;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Companies that WeCom brings: an administrator there has agreed, so nothing is left to enter here. */
@Service
@Transactional
class AuthorisedService implements Authorisations {

    private final ConnectRepository companies;
    private final ConnectService connects;
    private final WecomApps apps;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AuthorisedService(
            ConnectRepository companies,
            ConnectService connects,
            WecomApps apps,
            Audit audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.companies = companies;
        this.connects = connects;
        this.apps = apps;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public CompanyId authorised(Authorised authorised) {
        var known = companies.findByCorp(authorised.corpId(), Company.Kind.PROVIDER);
        var company = known.map(id -> again(id, authorised)).orElseGet(() -> forTheFirstTime(authorised));
        audit.note(
                "wecom-company.connected",
                ConnectService.subject(company),
                Map.of("corpId", company.corpId(), "kind", company.kind()));
        events.publishEvent(new CompanyConnected(company.id()));
        return company.id();
    }

    @Override
    public void renewed(CompanyId id, String permanentCode) {
        var company = hold(id);
        companies.update(company.changed(company.name(), company.agentId(), company.domain()));
        companies.updateSecret(id, permanentCode);
        apps.forget(id);
        audit.note("wecom-company.changed", ConnectService.subject(company), Map.of("secretChanged", true));
    }

    @Override
    public void cancelled(CompanyId id) {
        if (hold(id).state() == State.CONNECTED) {
            connects.close(id);
        }
    }

    private ConnectedCompany forTheFirstTime(Authorised authorised) {
        var draft = new Draft(
                Company.Kind.PROVIDER,
                name(authorised),
                authorised.corpId(),
                authorised.agentId(),
                authorised.permanentCode(),
                Optional.empty());
        var company = ConnectedCompany.draft(draft, clock.instant()).connected(clock.instant());
        companies.insert(company, authorised.permanentCode());
        return company;
    }

    private ConnectedCompany again(CompanyId id, Authorised authorised) {
        var before = hold(id);
        var company = before.changed(before.name(), authorised.agentId(), before.domain())
                .connected(clock.instant());
        companies.update(company);
        companies.updateSecret(id, authorised.permanentCode());
        apps.forget(id);
        return company;
    }

    private ConnectedCompany hold(CompanyId id) {
        return companies.hold(id).orElseThrow(() -> Refusal.notFound("wecom-company-not-found"));
    }

    /** A provider may not be told the name. */
    private static String name(Authorised authorised) {
        var name = authorised.name().isBlank()
                ? authorised.corpId()
                : authorised.name().strip();
        return name.substring(0, Math.min(name.length(), ConnectedCompany.LONGEST_NAME));
    }
}
