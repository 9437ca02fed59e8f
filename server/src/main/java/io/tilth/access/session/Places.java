package io.tilth.access.session;

import io.tilth.access.AccountId;
import io.tilth.access.Accounts;
import io.tilth.access.Accounts.Account;
import io.tilth.access.PersonId;
import io.tilth.access.Persons;
import io.tilth.access.Persons.Membership;
import io.tilth.access.Sessions.Place;
import io.tilth.kernel.Audit;
import io.tilth.kernel.Audit.Subject;
import io.tilth.kernel.Right;
import io.tilth.kernel.TenantId;
import io.tilth.kernel.TenantVisits;
import io.tilth.tenancy.Tenants;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Where a person may go. */
@Component
class Places {

    private final Persons persons;
    private final Accounts accounts;
    private final Tenants tenants;
    private final TenantVisits visits;
    private final Audit audit;

    Places(Persons persons, Accounts accounts, Tenants tenants, TenantVisits visits, Audit audit) {
        this.persons = persons;
        this.accounts = accounts;
        this.tenants = tenants;
        this.visits = visits;
        this.audit = audit;
    }

    /** Tenants that exist and in which the person's account is not frozen. */
    List<Open> of(PersonId person) {
        return persons.memberships(person).stream()
                .flatMap(membership -> look(membership).stream())
                .toList();
    }

    /** Remembers that somebody came. */
    void arrive(Open place) {
        visits.system(place.tenant(), () -> {
            var account = accounts.find(place.account()).orElseThrow();
            accounts.signedIn(account.id());
            tenants.signedIn(place.tenant());
            var id = account.id().value();
            audit.noteOf(id, account.name(), "session.opened", Subject.of("account", id, account.name()), Map.of());
            return account;
        });
    }

    private Optional<Open> look(Membership membership) {
        return visits.system(
                membership.tenant(),
                () -> accounts.find(membership.account())
                        .filter(account -> !account.frozen())
                        .flatMap(account -> tenants.find(membership.tenant()).map(tenant -> open(tenant, account))));
    }

    private static Open open(Tenants.Tenant tenant, Account account) {
        var kind = Right.Place.of(tenant.id());
        return new Open(new Place(tenant.id(), tenant.name(), kind, tenant.state()), account.id());
    }

    /** A place, and as whom the person is there. */
    record Open(Place place, AccountId account) {

        TenantId tenant() {
            return place.tenant();
        }
    }
}
