package io.tilth.wecom.inbox;

import io.tilth.kernel.GlobalJdbc;
import io.tilth.kernel.Ids;
import io.tilth.kernel.TenantJdbc;
import io.tilth.kernel.TenantScope;
import io.tilth.wecom.CompanyId;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.stereotype.Repository;

@Repository
class CallbackRepository {

    /** Whoever asks when the last one came wants to know whether any come at all. */
    private static final Duration RECENT = Duration.ofDays(7);

    private final TenantJdbc jdbc;
    private final GlobalJdbc global;

    CallbackRepository(TenantJdbc jdbc, GlobalJdbc global) {
        this.jdbc = jdbc;
        this.global = global;
    }

    Optional<Instant> lastAt(CompanyId company, Instant now) {
        return jdbc.sql("""
                select received_at
                from wecom.callback
                where tenant_id = :tenant and id >= :low and company_id = :company
                order by id desc
                limit 1
                """)
                .param("low", Ids.floor(now.minus(RECENT)))
                .param("company", company.value())
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    /** Counted by when they happened, which differs from when they came by seconds. */
    long countSince(CompanyId company, Instant since) {
        return jdbc.sql("""
                select count(*)
                from wecom.callback
                where tenant_id = :tenant and id >= :low and company_id = :company
                """)
                .param("low", Ids.floor(since))
                .param("company", company.value())
                .query(Long.class)
                .single();
    }

    long countFailed(CompanyId company) {
        return jdbc.sql("""
                select count(*)
                from wecom.callback_failure
                where tenant_id = :tenant and company_id = :company and next_at is null
                """).param("company", company.value()).query(Long.class).single();
    }

    long countWaiting(CompanyId company) {
        return global.sql("""
                select count(*)
                from wecom.callback_due
                where tenant_id = :owner and company_id = :company
                """)
                .param("owner", TenantScope.current().value())
                .param("company", company.value())
                .query(Long.class)
                .single();
    }

    Optional<Instant> oldestWaiting(CompanyId company, Instant now) {
        return global.sql("""
                select due_at
                from wecom.callback_due
                where tenant_id = :owner and company_id = :company and due_at <= :now
                order by due_at
                limit 1
                """)
                .param("owner", TenantScope.current().value())
                .param("company", company.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }
}
