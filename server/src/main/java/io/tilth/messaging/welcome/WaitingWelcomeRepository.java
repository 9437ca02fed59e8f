package io.tilth.messaging.welcome;

import static java.time.ZoneOffset.UTC;

import io.tilth.kernel.GlobalJdbc;
import io.tilth.kernel.TenantId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Repository;

/** Which welcomes wait, of all tenants. */
@Repository
class WaitingWelcomeRepository {

    private final GlobalJdbc jdbc;

    WaitingWelcomeRepository(GlobalJdbc jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Waiting waiting) {
        jdbc.sql("""
                insert into messaging.waiting_welcome (id, tenant_id, next_at)
                values (:id, :of, :next)
                on conflict do nothing
                """)
                .param("id", waiting.id())
                .param("of", waiting.tenant().value())
                .param("next", waiting.nextAt().atOffset(UTC))
                .update();
    }

    /** Those that are due, the oldest first. */
    List<Waiting> due(Instant now, int most) {
        return jdbc.sql("""
                select id, tenant_id, next_at
                from messaging.waiting_welcome
                where next_at <= :now
                order by next_at
                limit :most
                """)
                .param("now", now.atOffset(UTC))
                .param("most", most)
                .query((row, index) -> new Waiting(
                        row.getObject("id", UUID.class),
                        new TenantId(row.getLong("tenant_id")),
                        row.getObject("next_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** Moves it on; false when somebody else has done so since it was read. */
    boolean take(Waiting waiting, Instant next) {
        return jdbc.sql("""
                update messaging.waiting_welcome
                set next_at = :next
                where id = :id and next_at = :read
                """)
                        .param("id", waiting.id())
                        .param("read", waiting.nextAt().atOffset(UTC))
                        .param("next", next.atOffset(UTC))
                        .update()
                == 1;
    }

    void move(UUID id, Instant next) {
        jdbc.sql("""
                update messaging.waiting_welcome
                set next_at = :next
                where id = :id
                """).param("id", id).param("next", next.atOffset(UTC)).update();
    }

    void delete(UUID id) {
        jdbc.sql("""
                delete from messaging.waiting_welcome
                where id = :id
                """).param("id", id).update();
    }

    /** @param nextAt when a node is to look at it, to the microsecond as the database keeps it */
    record Waiting(UUID id, TenantId tenant, Instant nextAt) {}
}
