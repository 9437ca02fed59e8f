package io.tilth.access.session;

import io.tilth.access.AccountMembers;
import io.tilth.access.Accounts;
import io.tilth.access.Persons;
import io.tilth.access.Roles;
import io.tilth.access.SupportVisits;
import io.tilth.access.SupportVisits.Visit;
import io.tilth.access.session.Entered.Support;
import io.tilth.kernel.Refusal;
import io.tilth.kernel.Refusal.Kind;
import io.tilth.kernel.Right;
import io.tilth.kernel.TenantId;
import io.tilth.kernel.TenantVisits;
import io.tilth.tenancy.Tenants;
import io.tilth.tenancy.Tenants.State;
import io.tilth.tenancy.Tenants.Tenant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Looks up, with each request, as whom somebody is in and what they may do there. */
@Component
class Entrance {

    private final Persons persons;
    private final Accounts accounts;
    private final Roles roles;
    private final Tenants tenants;
    private final AccountMembers members;
    private final SupportVisits support;
    private final TenantVisits visits;
    private final List<Right.Catalog> rights;

    Entrance(
            Persons persons,
            Accounts accounts,
            Roles roles,
            Tenants tenants,
            AccountMembers members,
            SupportVisits support,
            TenantVisits visits,
            List<Right.Catalog> rights) {
        this.persons = persons;
        this.accounts = accounts;
        this.roles = roles;
        this.tenants = tenants;
        this.members = members;
        this.support = support;
        this.visits = visits;
        this.rights = rights;
    }

    /**
     * Who came in; empty when the account is gone or frozen, or the tenant is no more.
     *
     * @throws Refusal when the person has yet to choose a place, or theirs is suspended
     */
    Optional<Entered> enter(SignedIn session) {
        var home = session.homePlace().orElseThrow(() -> Refusal.of(Kind.FORBIDDEN, "place-not-chosen"));
        var entered = visits.system(home, () -> atHome(session, home));
        return session.support().isPresent() ? entered.flatMap(visitor -> away(session, visitor)) : entered;
    }

    /** The visit that the session is on; empty when it is on none, or the visit is over. */
    Optional<Visit> visit(SignedIn session) {
        return session.support()
                .flatMap(request -> visits.system(session.place().orElseThrow(), () -> support.current(request)));
    }

    private Optional<Entered> atHome(SignedIn session, TenantId home) {
        return accounts.find(session.account().orElseThrow())
                .filter(account -> account.person().equals(session.person()) && !account.frozen())
                .flatMap(account -> tenants.find(home)
                        .map(Entrance::working)
                        .map(tenant -> new Entered(
                                session.id(),
                                persons.find(session.person()).orElseThrow(),
                                account,
                                roles.get(account.role()),
                                tenant,
                                members.of(account.id()),
                                Optional.empty())));
    }

    private Optional<Entered> away(SignedIn session, Entered home) {
        if (!home.role().rights().contains("support:ask")) {
            return Optional.empty();
        }
        return visit(session)
                .flatMap(visit -> tenants.find(session.place().orElseThrow())
                        .map(company -> new Entered(
                                session.id(),
                                home.person(),
                                home.account(),
                                home.role(),
                                company,
                                Set.of(),
                                Optional.of(new Support(visit, looking())))));
    }

    private static Tenant working(Tenant tenant) {
        if (tenant.state() == State.SUSPENDED) {
            throw Refusal.of(Kind.FORBIDDEN, "tenant-suspended")
                    .with("reason", tenant.reason().orElse(""));
        }
        return tenant;
    }

    private Set<String> looking() {
        return rights.stream()
                .flatMap(catalog -> catalog.rights().stream())
                .filter(right -> right.places().contains(Right.Place.COMPANY))
                .map(Right::key)
                .filter(key -> key.endsWith(":read"))
                .collect(Collectors.toUnmodifiableSet());
    }
}
