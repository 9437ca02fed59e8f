package io.tilth.tracking.visit;

import io.tilth.content.MaterialId;
import io.tilth.customer.CustomerId;
import io.tilth.directory.MemberId;
import io.tilth.kernel.Columns;
import io.tilth.kernel.TenantJdbc;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Repository;

/** What each customer has read, material by material. */
@Repository
class ReadingListRepository {

    private final TenantJdbc jdbc;

    ReadingListRepository(TenantJdbc jdbc) {
        this.jdbc = jdbc;
    }

    /** The last read first. */
    List<Sum> of(CustomerId customer, Optional<Set<MemberId>> senders) {
        return jdbc.sql("""
                select material_id, count(*) as times, sum(seconds) as seconds, max(percent) as percent,
                    max(last_at) as last_at
                from tracking.visit
                where tenant_id = :tenant and customer_id = :customer
                    and (:everybody or member_id = any (cast(:senders as uuid[])))
                group by material_id
                order by max(last_at) desc, material_id
                """)
                .param("customer", customer.value())
                .param("everybody", senders.isEmpty())
                .param("senders", Columns.of(senders.orElse(Set.of()), MemberId::value))
                .query((row, index) -> new Sum(
                        new MaterialId(row.getObject("material_id", UUID.class)),
                        row.getInt("times"),
                        row.getInt("seconds"),
                        row.getInt("percent"),
                        row.getObject("last_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    record Sum(MaterialId material, int times, int seconds, int percent, Instant lastAt) {}
}
