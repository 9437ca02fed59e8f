package io.tilth.wecom.connect;

import io.tilth.kernel.Refusal;
import io.tilth.kernel.TilthSettings;
import io.tilth.wecom.CallbackAddresses;
import io.tilth.wecom.CompanyId;
import io.tilth.wecom.WecomApps;
import io.tilth.wecom.WecomApps.Ticket;
import io.tilth.wecom.WecomCustomers;
import io.tilth.wecom.WecomDirectory;
import io.tilth.wecom.WecomRefusal;
import org.springframework.stereotype.Component;

/** Looks at each step live. Asks WeCom, so it opens no transaction: what it needs is read before, the result kept after. */
@Component
class StepChecks {

    private static final int NOT_TRUSTED = 60020;

    /** How many members and customers are looked at for one with a UnionID. */
    private static final int ENOUGH = 5;

    private static final int WECHAT_USER = 1;

    private final ConnectService companies;
    private final StepService steps;
    private final DomainService domains;
    private final DomainProbe probe;
    private final CallbackAddresses addresses;
    private final WecomApps apps;
    private final WecomDirectory directory;
    private final WecomCustomers customers;
    private final Diagnosis diagnosis;
    private final TilthSettings house;

    StepChecks(
            ConnectService companies,
            StepService steps,
            DomainService domains,
            DomainProbe probe,
            CallbackAddresses addresses,
            WecomApps apps,
            WecomDirectory directory,
            WecomCustomers customers,
            Diagnosis diagnosis,
            TilthSettings house) {
        this.companies = companies;
        this.steps = steps;
        this.domains = domains;
        this.probe = probe;
        this.addresses = addresses;
        this.apps = apps;
        this.directory = directory;
        this.customers = customers;
        this.diagnosis = diagnosis;
        this.house = house;
    }

    StepRecord check(CompanyId id, Step step) {
        var company = companies.get(id);
        Refusal.unless(step.isCheckable() && Step.of(company.kind()).contains(step), "wecom-step-not-checkable");
        return steps.record(id, step, verdict(company, step));
    }

    private Verdict verdict(ConnectedCompany company, Step step) {
        try {
            return switch (step) {
                case CREDENTIALS -> credentials(company.id());
                case TRUSTED_ADDRESS -> app(company.id(), app -> Verdict.GOOD);
                case SCOPE -> app(company.id(), StepChecks::scope);
                case CUSTOMER_CALLS -> customerCalls(company.id());
                case CALLBACK -> callback(company.id());
                case DOMAIN_FILE -> domainFile(company);
                case OAUTH_DOMAIN -> app(company.id(), this::oauthDomain);
                case JSSDK_DOMAIN -> jssdkDomain(company);
                case DEVELOPER_BINDING -> developerBinding(company.id());
                case SIDEBAR -> Verdict.GOOD;
            };
        } catch (WecomRefusal refusal) {
            return diagnosis.of(refusal);
        }
    }

    /** Whether our address is trusted is a step of its own: a secret is good all the same. */
    private Verdict credentials(CompanyId id) {
        apps.prove(id);
        try {
            return app(id, app -> Verdict.GOOD);
        } catch (WecomRefusal refusal) {
            return refusal.code() == NOT_TRUSTED ? Verdict.GOOD : diagnosis.of(refusal);
        }
    }

    private Verdict app(CompanyId id, Look look) {
        var app = apps.find(id);
        return app.closed() ? Verdict.bad("app-closed") : look.at(app);
    }

    private static Verdict scope(WecomApps.App app) {
        boolean empty = app.members().isEmpty() && app.departments().isEmpty();
        return empty ? Verdict.bad("scope-empty") : Verdict.GOOD;
    }

    private Verdict customerCalls(CompanyId id) {
        return directory.withCustomers(id).isEmpty() ? Verdict.bad("nobody-has-customers") : Verdict.GOOD;
    }

    private Verdict callback(CompanyId id) {
        return addresses.verifiedAt(id).isPresent() ? Verdict.GOOD : Verdict.bad("callback-not-verified");
    }

    private Verdict domainFile(ConnectedCompany company) {
        if (company.domain().isEmpty()) {
            return Verdict.bad("domain-missing");
        }
        return domains.file(company.id())
                .map(file -> probe.look(company.domain().get(), file))
                .orElseGet(() -> Verdict.bad("domain-file-missing"));
    }

    /** Members come back to this address once they have signed in. */
    private Verdict oauthDomain(WecomApps.App app) {
        var ours = house.publicUrl().getHost();
        var theirs = app.redirectDomain().replaceFirst(":\\d+$", "");
        if (theirs.isEmpty()) {
            return Verdict.bad("oauth-domain-missing", ours);
        }
        return theirs.equalsIgnoreCase(ours) ? Verdict.GOOD : Verdict.bad("oauth-domain-differs", ours, theirs);
    }

    private Verdict jssdkDomain(ConnectedCompany company) {
        apps.ticket(company.id(), Ticket.COMPANY);
        apps.ticket(company.id(), Ticket.APP);
        return domainFile(company);
    }

    /** WeCom tells UnionIDs only where a developer id is bound, and no other way whether it is. */
    private Verdict developerBinding(CompanyId id) {
        var contacts = directory.withCustomers(id).stream()
                .limit(ENOUGH)
                .flatMap(user -> customers.of(id, user).stream().limit(ENOUGH))
                .flatMap(customer -> customers.find(id, customer).stream())
                .map(WecomCustomers.Profile::contact)
                .filter(contact -> contact.type() == WECHAT_USER)
                .limit(ENOUGH)
                .toList();
        if (contacts.isEmpty()) {
            return Verdict.bad("no-customer-to-tell-by");
        }
        boolean bound = contacts.stream().anyMatch(contact -> contact.unionId().isPresent());
        return bound ? Verdict.GOOD : Verdict.bad("developer-not-bound");
    }

    private interface Look {
        Verdict at(WecomApps.App app);
    }
}
