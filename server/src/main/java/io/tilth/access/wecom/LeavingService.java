package io.tilth.access.wecom;

import io.tilth.access.AccountId;
import io.tilth.access.Accounts;
import io.tilth.access.Sessions;
import io.tilth.directory.MemberId;
import io.tilth.directory.Members;
import io.tilth.kernel.Live.Goodbye;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who has left the company is shown out at once; who comes back finds the door open again. */
@Service
@Transactional
class LeavingService {

    private final Members members;
    private final MemberAccountRepository links;
    private final Accounts accounts;
    private final Sessions sessions;

    LeavingService(Members members, MemberAccountRepository links, Accounts accounts, Sessions sessions) {
        this.members = members;
        this.links = links;
        this.accounts = accounts;
        this.sessions = sessions;
    }

    /** Looks what holds by now, since news may come late or twice. */
    public void look(MemberId member) {
        links.account(member).ifPresent(this::look);
    }

    private void look(AccountId account) {
        if (isHere(account)) {
            accounts.unfreezeReturned(account);
        } else if (accounts.freezeLeft(account)) {
            sessions.end(accounts.find(account).orElseThrow().person(), Goodbye.FROZEN);
        }
    }

    /** As any of the members that the account is. */
    private boolean isHere(AccountId account) {
        return links.members(account).stream()
                .flatMap(member -> members.find(new MemberId(member)).stream())
                .anyMatch(Members.Member::here);
    }
}
