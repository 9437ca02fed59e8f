package io.tilth.access.signin;

import io.tilth.access.Accounts;
import io.tilth.access.Accounts.Account;
import io.tilth.access.Persons;
import io.tilth.access.Persons.Membership;
import io.tilth.access.Persons.Person;
import io.tilth.kernel.Audit;
import io.tilth.kernel.Audit.Subject;
import io.tilth.kernel.Live;
import io.tilth.kernel.Live.Recipient;
import io.tilth.kernel.TenantVisits;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Tells the owner of a login that it is locked, and leaves a line in the trail of each of their tenants. */
@Component
class LockNotice {

    private final Persons persons;
    private final Accounts accounts;
    private final TenantVisits visits;
    private final Audit audit;
    private final Live live;

    LockNotice(Persons persons, Accounts accounts, TenantVisits visits, Audit audit, Live live) {
        this.persons = persons;
        this.accounts = accounts;
        this.visits = visits;
        this.audit = audit;
        this.live = live;
    }

    void tell(Person person, UUID signIn) {
        persons.memberships(person.id()).forEach(place -> visits.system(place.tenant(), () -> tell(place, signIn)));
    }

    private Optional<Account> tell(Membership place, UUID signIn) {
        var account = accounts.find(place.account());
        account.ifPresent(known -> {
            var subject = Subject.of("account", known.id().value(), known.name());
            audit.note("sign-in.locked", subject, Map.of("wrong", Limit.OF_WRONG.guesses()));
            live.push(Recipient.account(known.id().value()), "session", signIn.toString());
        });
        return account;
    }
}
