package io.tilth.access.wecom;

import io.tilth.access.AccountId;
import io.tilth.access.AccountMembers;
import io.tilth.directory.MemberId;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional(readOnly = true)
class MemberAccountService implements AccountMembers {

    private final MemberAccountRepository accounts;
    private final Clock clock;

    MemberAccountService(MemberAccountRepository accounts, Clock clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    @Override
    public Set<UUID> of(AccountId account) {
        return accounts.members(account);
    }

    @Override
    @Transactional
    public void tie(AccountId account, MemberId member) {
        accounts.insert(member, account, clock.instant());
    }
}
