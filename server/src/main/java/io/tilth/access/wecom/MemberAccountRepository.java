package io.tilth.access.wecom;

import io.tilth.access.AccountId;
import io.tilth.kernel.TenantJdbc;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Repository;

@Repository
class MemberAccountRepository {

    private final TenantJdbc jdbc;

    MemberAccountRepository(TenantJdbc jdbc) {
        this.jdbc = jdbc;
    }

    Set<UUID> members(AccountId account) {
        return jdbc.sql("""
                select member_id
                from access.member_account
                where tenant_id = :tenant and account_id = :account
                """).param("account", account.value()).query(UUID.class).set();
    }
}
