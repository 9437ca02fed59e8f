package io.tilth.tracking.share;

import io.tilth.kernel.TenantJdbc;
import org.springframework.stereotype.Repository;

@Repository
class BeginningRepository {

    private final TenantJdbc jdbc;

    BeginningRepository(TenantJdbc jdbc) {
        this.jdbc = jdbc;
    }

    boolean sent() {
        return jdbc.sql("""
                select exists (
                    select 1
                    from tracking.share
                    where tenant_id = :tenant and state = 'SENT' and sent_at is not null)
                """).query(Boolean.class).single();
    }

    boolean read() {
        return jdbc.sql("""
                select exists (
                    select 1
                    from tracking.visit
                    where tenant_id = :tenant and certainty <> 'VISITOR')
                """).query(Boolean.class).single();
    }
}
