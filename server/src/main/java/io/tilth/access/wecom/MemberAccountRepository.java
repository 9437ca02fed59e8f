package io.tilth.access.wecom;

import io.tilth.access.AccountId;
import io.tilth.directory.MemberId;
import io.tilth.kernel.GlobalJdbc;
import io.tilth.kernel.TenantJdbc;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Repository;

@Repository
class MemberAccountRepository {

    private final TenantJdbc jdbc;
    private final GlobalJdbc locks;

    MemberAccountRepository(TenantJdbc jdbc, GlobalJdbc locks) {
        this.jdbc = jdbc;
        this.locks = locks;
    }

    /** A member who comes twice at once gets one account. */
    void hold(MemberId member) {
        locks.sql("select pg_advisory_xact_lock(:number)")
                .param("number", member.value().getLeastSignificantBits())
                .query((row, index) -> true)
                .single();
    }

    Set<UUID> members(AccountId account) {
        return jdbc.sql("""
                select member_id
                from access.member_account
                where tenant_id = :tenant and account_id = :account
                """).param("account", account.value()).query(UUID.class).set();
    }

    Optional<AccountId> account(MemberId member) {
        return jdbc.sql("""
                select account_id
                from access.member_account
                where tenant_id = :tenant and member_id = :member
                """)
                .param("member", member.value())
                .query((row, index) -> new AccountId(row.getObject("account_id", UUID.class)))
                .optional();
    }

    /** False when the member has an account already. */
    boolean insert(MemberId member, AccountId account, Instant now) {
        return jdbc.sql("""
                insert into access.member_account (tenant_id, member_id, account_id, linked_at)
                values (:tenant, :member, :account, :now)
                on conflict do nothing
                """)
                        .param("member", member.value())
                        .param("account", account.value())
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    boolean delete(MemberId member, AccountId account) {
        return jdbc.sql("""
                delete from access.member_account
                where tenant_id = :tenant and member_id = :member and account_id = :account
                """)
                        .param("member", member.value())
                        .param("account", account.value())
                        .update()
                == 1;
    }
}
