package io.tilth.kernel.job;

import io.tilth.kernel.TenantJdbc;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.stereotype.Repository;

/** Events that were said again, and whose node died once more: the framework says an event again only if it failed. */
@Repository
class StuckEventRepository {

    private final TenantJdbc jdbc;

    StuckEventRepository(TenantJdbc jdbc) {
        this.jdbc = jdbc;
    }

    /** Those that nobody has heard since. */
    void fail(Instant since) {
        jdbc.sql("""
                update kernel.event_publication
                set status = 'FAILED'
                where tenant_id = :tenant and status = 'RESUBMITTED' and last_resubmission_date < :since
                """).param("since", since.atOffset(ZoneOffset.UTC)).update();
    }
}
