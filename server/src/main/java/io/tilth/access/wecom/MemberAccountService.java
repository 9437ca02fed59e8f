package io.tilth.access.wecom;

import io.tilth.access.AccountId;
import io.tilth.access.AccountMembers;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional(readOnly = true)
class MemberAccountService implements AccountMembers {

    private final MemberAccountRepository accounts;

    MemberAccountService(MemberAccountRepository accounts) {
        this.accounts = accounts;
    }

    @Override
    public Set<UUID> of(AccountId account) {
        return accounts.members(account);
    }
}
