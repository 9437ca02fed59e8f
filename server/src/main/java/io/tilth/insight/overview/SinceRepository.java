package io.tilth.insight.overview;

import io.tilth.kernel.TenantJdbc;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.stereotype.Repository;

@Repository
class SinceRepository {

    private final TenantJdbc jdbc;

    SinceRepository(TenantJdbc jdbc) {
        this.jdbc = jdbc;
    }

    /** Since when anybody is counted at all. */
    Optional<Instant> since() {
        return jdbc.sql("select min(started_at) as since from wecom.first_sync where tenant_id = :tenant")
                .query((row, index) -> Optional.ofNullable(row.getObject("since", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant))
                .single();
    }
}
