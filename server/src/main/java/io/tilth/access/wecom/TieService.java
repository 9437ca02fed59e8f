package io.tilth.access.wecom;

import io.tilth.access.AccountId;
import io.tilth.access.Accounts;
import io.tilth.access.Accounts.Account;
import io.tilth.access.Roles;
import io.tilth.access.Sessions;
import io.tilth.directory.MemberId;
import io.tilth.directory.Members;
import io.tilth.directory.Members.Member;
import io.tilth.kernel.Audit;
import io.tilth.kernel.Audit.Subject;
import io.tilth.kernel.Caller;
import io.tilth.kernel.DataScope;
import io.tilth.kernel.Live;
import io.tilth.kernel.Live.Goodbye;
import io.tilth.kernel.Refusal;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Administrators tie a member to an account that was there before. Whoever does so lets the member in as its owner. */
@Service
@Transactional
class TieService {

    private final MemberAccountRepository links;
    private final Members members;
    private final Accounts accounts;
    private final Roles roles;
    private final Sessions sessions;
    private final Audit audit;
    private final Live live;
    private final Clock clock;

    TieService(
            MemberAccountRepository links,
            Members members,
            Accounts accounts,
            Roles roles,
            Sessions sessions,
            Audit audit,
            Live live,
            Clock clock) {
        this.links = links;
        this.members = members;
        this.accounts = accounts;
        this.roles = roles;
        this.sessions = sessions;
        this.audit = audit;
        this.live = live;
        this.clock = clock;
    }

    public void tie(AccountId id, MemberId memberId) {
        var account = withinReach(id);
        var member = members.find(memberId).filter(Member::here).orElseThrow(TieService::notTied);
        if (isSomebodyElseOf(member, account)) {
            throw Refusal.conflict("account-of-other-member");
        }
        if (!links.insert(memberId, id, clock.instant())) {
            throw Refusal.conflict("member-has-account");
        }
        note("account.tied", account, member.name());
    }

    /** Whoever came in by WeCom is shown out, lest they stay by a tie that is gone. */
    public void untie(AccountId id, MemberId memberId) {
        var account = withinReach(id);
        var member = members.find(memberId).orElseThrow(TieService::notTied);
        if (!links.delete(memberId, id)) {
            throw notTied();
        }
        sessions.end(account.person(), Goodbye.REVOKED);
        note("account.untied", account, member.name());
    }

    private boolean isSomebodyElseOf(Member member, Account account) {
        return links.members(account.id()).stream()
                .map(MemberId::new)
                .filter(other -> !other.equals(member.id()))
                .flatMap(other -> members.find(other).stream())
                .anyMatch(other -> other.company().equals(member.company()));
    }

    private Account withinReach(AccountId id) {
        var caller = Caller.current();
        var account = accounts.find(id)
                .filter(known -> caller.scope() == DataScope.ALL || caller.id().equals(id.value()))
                .orElseThrow(() -> Refusal.notFound("account-not-found"));
        roles.withinReach(account.role());
        return account;
    }

    private void note(String action, Account account, String member) {
        audit.note(action, Subject.of("account", account.id().value(), account.name()), Map.of("member", member));
        live.push(Live.Recipient.EVERYBODY, "account", account.id().value().toString());
    }

    private static Refusal notTied() {
        return Refusal.notFound("member-not-tied");
    }
}
