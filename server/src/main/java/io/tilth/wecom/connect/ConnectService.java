package io.tilth.wecom.connect;

import io.tilth.kernel.Audit;
import io.tilth.kernel.Audit.Subject;
import io.tilth.kernel.Refusal;
import io.tilth.wecom.CallbackAddresses;
import io.tilth.wecom.CompanyClosed;
import io.tilth.wecom.CompanyConnected;
import io.tilth.wecom.CompanyId;
import io.tilth.wecom.WecomApps;
import io.tilth.wecom.connect.ConnectedCompany.Draft;
import io.tilth.wecom.connect.ConnectedCompany.State;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class ConnectService {

    private final ConnectRepository companies;
    private final StepService steps;
    private final DomainService domains;
    private final CallbackAddresses addresses;
    private final WecomApps apps;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ConnectService(
            ConnectRepository companies,
            StepService steps,
            DomainService domains,
            CallbackAddresses addresses,
            WecomApps apps,
            Audit audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.companies = companies;
        this.steps = steps;
        this.domains = domains;
        this.addresses = addresses;
        this.apps = apps;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<ConnectedCompany> all() {
        return companies.all();
    }

    @Transactional(readOnly = true)
    public ConnectedCompany get(CompanyId id) {
        return companies.find(id).orElseThrow(ConnectService::notFound);
    }

    public ConnectedCompany begin(Draft draft) {
        if (companies.findByCorp(draft.corpId(), draft.kind()).isPresent()) {
            throw Refusal.conflict("wecom-company-known");
        }
        var company = ConnectedCompany.draft(draft, clock.instant());
        companies.insert(company, draft.secret());
        domains.move(Optional.empty(), company.domain());
        audit.note("wecom-company.created", subject(company), Map.of("corpId", company.corpId()));
        return company;
    }

    public ConnectedCompany change(CompanyId id, Change change) {
        var before = hold(id);
        if (before.version() != change.version()) {
            throw Refusal.stale(before);
        }
        var after = before.changed(change.name(), change.agentId(), change.domain());
        companies.update(after);
        change.secret().ifPresent(secret -> companies.updateSecret(id, secret));
        if (change.secret().isPresent() || before.agentId() != after.agentId()) {
            apps.forget(id);
            steps.forget(id, EnumSet.allOf(Step.class));
        }
        if (!before.domain().equals(after.domain())) {
            domains.removeFile(id);
            domains.move(before.domain(), after.domain());
            steps.forget(id, EnumSet.of(Step.DOMAIN_FILE, Step.OAUTH_DOMAIN, Step.JSSDK_DOMAIN));
        }
        audit.note(
                "wecom-company.changed",
                subject(after),
                Map.of("secretChanged", change.secret().isPresent()));
        return after;
    }

    /** An address with a new token and key, shown now and never again. */
    public CallbackAddresses.Issued issueCallback(CompanyId id) {
        var company = get(id);
        var issued = addresses.issue(id, company.corpId());
        steps.forget(id, EnumSet.of(Step.CALLBACK));
        audit.note("wecom-company.callback-issued", subject(company));
        return issued;
    }

    public void keptSince(CompanyId id, Instant since) {
        companies.keepSince(id, since);
    }

    public ConnectedCompany connect(CompanyId id) {
        var company = hold(id);
        var missing = steps.missing(id);
        if (!missing.isEmpty()) {
            throw Refusal.conflict("wecom-steps-missing").with("steps", missing);
        }
        if (company.state() == State.CONNECTED) {
            return company;
        }
        var connected = company.connected(clock.instant());
        companies.update(connected);
        audit.note("wecom-company.connected", subject(connected));
        events.publishEvent(new CompanyConnected(id));
        return connected;
    }

    public ConnectedCompany close(CompanyId id) {
        var company = hold(id);
        if (company.state() == State.CLOSED) {
            return company;
        }
        var closed = company.closed();
        companies.update(closed);
        addresses.withdraw(id);
        apps.forget(id);
        steps.forget(id, EnumSet.of(Step.CALLBACK, Step.CREDENTIALS));
        audit.note("wecom-company.closed", subject(closed));
        events.publishEvent(new CompanyClosed(id));
        return closed;
    }

    private ConnectedCompany hold(CompanyId id) {
        return companies.hold(id).orElseThrow(ConnectService::notFound);
    }

    private static Refusal notFound() {
        return Refusal.notFound("wecom-company-not-found");
    }

    static Subject subject(ConnectedCompany company) {
        return Subject.of("wecom-company", company.id().value(), company.name());
    }

    /** What somebody changes of a company; an empty secret stays as it is. */
    record Change(String name, int agentId, Optional<String> secret, Optional<String> domain, int version) {

        @Override
        public String toString() {
            return "a change of " + name; // and not the secret
        }
    }
}
