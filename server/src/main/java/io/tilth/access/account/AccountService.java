package io.tilth.access.account;

import io.tilth.access.AccountId;
import io.tilth.access.Accounts;
import io.tilth.access.PersonId;
import io.tilth.access.RoleId;
import io.tilth.access.Roles;
import io.tilth.access.account.AccountRepository.Opening;
import io.tilth.kernel.Audit;
import io.tilth.kernel.Audit.Subject;
import io.tilth.kernel.Live;
import io.tilth.kernel.Refusal;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What other rooms ask of accounts; kept apart from their care, which asks those rooms in turn. */
@Service
@Transactional
class AccountService implements Accounts {

    private final AccountRepository accounts;
    private final Roles roles;
    private final Audit audit;
    private final Live live;
    private final Clock clock;

    AccountService(AccountRepository accounts, Roles roles, Audit audit, Live live, Clock clock) {
        this.accounts = accounts;
        this.roles = roles;
        this.audit = audit;
        this.live = live;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Account> find(AccountId id) {
        return accounts.find(id)
                .map(row -> new Account(row.id(), row.person(), row.login(), row.name(), row.role(), row.isFrozen()));
    }

    @Override
    public AccountId open(PersonId person, String login, String name, RoleId role) {
        var held = roles.get(role);
        var opening = new Opening(AccountId.next(), person, login, name.strip(), role);
        var id = opening.id();
        if (!accounts.insertMembership(person, id)) {
            throw Refusal.conflict("account-exists");
        }
        accounts.insert(opening, clock.instant());
        audit.noteOf(
                id.value(),
                opening.name(),
                "account.opened",
                Subject.of("account", id.value(), opening.name()),
                Map.of("role", held.key().orElse(held.name())));
        live.push(Live.Recipient.EVERYBODY, "account", id.value().toString());
        return id;
    }

    @Override
    public void signedIn(AccountId id) {
        accounts.updateLastSignedIn(id, clock.instant());
    }

    @Override
    public boolean freezeLeft(AccountId id) {
        return accounts.freezeLeft(id) && note("account.frozen", id, "LEFT");
    }

    @Override
    public boolean unfreezeReturned(AccountId id) {
        return accounts.unfreezeReturned(id) && note("account.unfrozen", id, "RETURNED");
    }

    private boolean note(String action, AccountId id, String why) {
        var subject = Subject.of(
                "account", id.value(), accounts.find(id).orElseThrow().name());
        audit.note(action, subject, Map.of("why", why));
        live.push(Live.Recipient.EVERYBODY, "account", id.value().toString());
        return true;
    }
}
