package io.tilth.access.account;

import io.tilth.access.AccountId;
import io.tilth.access.AccountRemoved;
import io.tilth.access.Links;
import io.tilth.access.RoleId;
import io.tilth.access.Roles;
import io.tilth.access.Sessions;
import io.tilth.kernel.Audit;
import io.tilth.kernel.Audit.Subject;
import io.tilth.kernel.Caller;
import io.tilth.kernel.DataScope;
import io.tilth.kernel.Live;
import io.tilth.kernel.Page;
import io.tilth.kernel.Paging;
import io.tilth.kernel.Refusal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What administrators do with accounts. Nobody acts on an account that reaches further than their own, nobody locks
 * themselves out, and every place keeps an administrator.
 */
@Service
@Transactional
class AccountCareService {

    private final AccountRepository accounts;
    private final Roles roles;
    private final Sessions sessions;
    private final Links links;
    private final Audit audit;
    private final Live live;
    private final ApplicationEventPublisher events;

    AccountCareService(
            AccountRepository accounts,
            Roles roles,
            Sessions sessions,
            Links links,
            Audit audit,
            Live live,
            ApplicationEventPublisher events) {
        this.accounts = accounts;
        this.roles = roles;
        this.sessions = sessions;
        this.links = links;
        this.audit = audit;
        this.live = live;
        this.events = events;
    }

    @Transactional(readOnly = true)
    public Page<ListedAccount> search(AccountFilter filter, Paging paging) {
        // Searching in what is shown masked would give it away digit by digit.
        boolean byLogin = !Caller.current().masked();
        var rows = accounts.search(filter, byLogin, onlyOwn(), paging.afterId(), paging.rows());
        var held = new HashMap<RoleId, Roles.Role>();
        return Page.of(rows, paging, row -> row.id().value().toString())
                .map(row -> listed(row, held.computeIfAbsent(row.role(), roles::get)));
    }

    public ListedAccount change(AccountId id, String name, RoleId role, int version) {
        var administrators = accounts.lockActive(roles.administrator());
        var account = visible(id);
        if (!account.role().equals(role)) {
            roles.withinReach(account.role());
            roles.withinReach(role);
            checkNotLast(account, administrators);
        }
        if (!accounts.update(id, name.strip(), role, version)) {
            throw Refusal.stale(listed(id));
        }
        var given = roles.get(role);
        note("account.changed", visible(id), Map.of("role", given.key().orElse(given.name())));
        live.push(Live.Recipient.account(id.value()), "session", id.value().toString());
        return listed(id);
    }

    public ListedAccount freeze(AccountId id) {
        var account = takeAway(id);
        if (accounts.updateState(id, AccountState.FROZEN)) {
            sessions.end(account.person(), Live.Goodbye.FROZEN);
            note("account.frozen", account, Map.of());
        }
        return listed(id);
    }

    public ListedAccount unfreeze(AccountId id) {
        var account = visible(id);
        roles.withinReach(account.role());
        if (accounts.updateState(id, AccountState.ACTIVE)) {
            note("account.unfrozen", account, Map.of());
        }
        return listed(id);
    }

    public void remove(AccountId id) {
        var account = takeAway(id);
        sessions.end(account.person(), Live.Goodbye.REMOVED);
        accounts.delete(id);
        note("account.removed", account, Map.of());
        events.publishEvent(new AccountRemoved(id));
    }

    /** Who resets a password can come in as its owner, so the reach counts here too. */
    public Links.Issued resetLink(AccountId id) {
        var account = visible(id);
        roles.withinReach(account.role());
        return links.reset(id);
    }

    /** The account, when it may be frozen or removed. */
    private AccountRow takeAway(AccountId id) {
        var administrators = accounts.lockActive(roles.administrator());
        var account = visible(id);
        if (account.id().value().equals(Caller.current().id())) {
            throw Refusal.of(Refusal.Kind.BROKEN_RULE, "account-own");
        }
        roles.withinReach(account.role());
        checkNotLast(account, administrators);
        return account;
    }

    private static void checkNotLast(AccountRow account, List<AccountId> administrators) {
        Refusal.unless(!administrators.equals(List.of(account.id())), "last-administrator");
    }

    private AccountRow visible(AccountId id) {
        var only = onlyOwn();
        return accounts.find(id)
                .filter(account -> only == null || account.id().value().equals(only))
                .orElseThrow(() -> Refusal.notFound("account-not-found"));
    }

    /** Departments are yet to come; until then a department is oneself. */
    private static @Nullable UUID onlyOwn() {
        var caller = Caller.current();
        return caller.scope() == DataScope.ALL ? null : caller.id();
    }

    private ListedAccount listed(AccountId id) {
        var account = visible(id);
        return listed(account, roles.get(account.role()));
    }

    private static ListedAccount listed(AccountRow account, Roles.Role role) {
        var caller = Caller.current();
        return ListedAccount.of(
                account, role, caller.masked() && !account.id().value().equals(caller.id()));
    }

    private void note(String action, AccountRow account, Map<String, ?> detail) {
        audit.note(action, Subject.of("account", account.id().value(), account.name()), detail);
        live.push(Live.Recipient.EVERYBODY, "account", account.id().value().toString());
    }
}
