package io.tilth.access.wecom;

import io.tilth.access.AccountId;
import io.tilth.access.MemberAccounts;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class MemberAccountService implements MemberAccounts {

    private final MemberAccountRepository accounts;

    MemberAccountService(MemberAccountRepository accounts) {
        this.accounts = accounts;
    }

    @Override
    @Transactional(readOnly = true)
    public Set<UUID> of(AccountId account) {
        return accounts.members(account);
    }
}
