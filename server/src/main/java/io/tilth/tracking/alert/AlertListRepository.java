package io.tilth.tracking.alert;

import io.tilth.content.MaterialId;
import io.tilth.customer.CustomerId;
import io.tilth.directory.MemberId;
import io.tilth.kernel.Columns;
import io.tilth.kernel.TenantJdbc;
import io.tilth.tracking.AlertId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Repository;

/** Alerts as people look them up. */
@Repository
class AlertListRepository {

    private static final UUID LAST = new UUID(-1L, -1L);
    private static final String WAITING = "OPEN,HANDED";
    private static final String ALL = WAITING + ",CONTACTED,EXPIRED";

    private final TenantJdbc jdbc;

    AlertListRepository(TenantJdbc jdbc) {
        this.jdbc = jdbc;
    }

    /** The newest first, those before the given id, that ever reached one of these members. */
    List<Alert> newest(Optional<Set<MemberId>> seen, boolean waiting, Optional<UUID> before, int rows) {
        return jdbc.sql("select " + AlertRepository.COLUMNS + """
                from tracking.alert a
                where a.tenant_id = :tenant and a.id < :before and a.state = any (cast(:states as text[]))
                    and (:everybody or exists (
                        select 1
                        from tracking.alert_holder h
                        where h.tenant_id = :tenant and h.alert_id = a.id
                            and h.member_id = any (cast(:seen as uuid[]))))
                order by a.id desc
                limit :rows
                """)
                .param("before", before.orElse(LAST))
                .param("states", (waiting ? WAITING : ALL).split(","))
                .param("everybody", seen.isEmpty())
                .param("seen", Columns.of(seen.orElse(Set.of()), MemberId::value))
                .param("rows", rows)
                .query(AlertRepository::alert)
                .list();
    }

    Optional<Alert> find(AlertId id) {
        return jdbc.sql("select " + AlertRepository.COLUMNS + """
                from tracking.alert a
                where a.tenant_id = :tenant and a.id = :id
                """)
                .param("id", id.value())
                .query(AlertRepository::alert)
                .optional();
    }

    /** Of the members whose turn it is, the newest first. */
    List<Alert> waiting(Collection<MemberId> members, int most) {
        return jdbc.sql("select " + AlertRepository.COLUMNS + """
                from tracking.alert a
                where a.tenant_id = :tenant and a.state in ('OPEN', 'HANDED')
                    and a.member_id = any (cast(:members as uuid[]))
                order by a.id desc
                limit :most
                """)
                .param("members", Columns.of(members, MemberId::value))
                .param("most", most)
                .query(AlertRepository::alert)
                .list();
    }

    /** That the member holds and nobody has answered. */
    List<AlertId> waitingOf(CustomerId customer, MemberId holder) {
        return jdbc.sql("""
                select a.id
                from tracking.alert a
                join tracking.alert_holder h on h.tenant_id = a.tenant_id and h.alert_id = a.id
                where a.tenant_id = :tenant and a.customer_id = :customer and a.state in ('OPEN', 'HANDED')
                    and h.member_id = :holder
                """)
                .param("customer", customer.value())
                .param("holder", holder.value())
                .query((row, index) -> new AlertId(row.getObject("id", UUID.class)))
                .list();
    }

    /** What the customer was alerted about before. */
    List<Before> before(Alert alert, int most) {
        return jdbc.sql("""
                select material_id, opened_at, seconds
                from tracking.alert
                where tenant_id = :tenant and customer_id = :customer and id < :id
                order by id desc
                limit :most
                """)
                .param("customer", alert.customer().value())
                .param("id", alert.id().value())
                .param("most", most)
                .query((row, index) -> new Before(
                        new MaterialId(row.getObject("material_id", UUID.class)),
                        row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                        row.getInt("seconds")))
                .list();
    }

    void join(CustomerId gone, CustomerId into) {
        jdbc.sql("update tracking.alert set customer_id = :into where tenant_id = :tenant and customer_id = :gone")
                .param("gone", gone.value())
                .param("into", into.value())
                .update();
    }

    record Before(MaterialId material, Instant at, int seconds) {}
}
