package io.tilth.tracking.alert;

import io.tilth.content.MaterialId;
import io.tilth.customer.CustomerId;
import io.tilth.directory.MemberId;
import io.tilth.kernel.Columns;
import io.tilth.kernel.TenantJdbc;
import io.tilth.tracking.AlertId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
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
    List<Alert> waiting(Collection<MemberId> members, Instant openedBefore, int most) {
        return jdbc.sql("select " + AlertRepository.COLUMNS + """
                from tracking.alert a
                where a.tenant_id = :tenant and a.state in ('OPEN', 'HANDED') and a.opened_at < :before
                    and a.member_id = any (cast(:members as uuid[]))
                order by a.opened_at desc, a.id desc
                limit :most
                """)
                .param("members", Columns.of(members, MemberId::value))
                .param("before", openedBefore.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query(AlertRepository::alert)
                .list();
    }

    List<Alert> missed(Collection<MemberId> members, Instant openedSince, int most) {
        return jdbc.sql("select " + AlertRepository.COLUMNS + """
                from tracking.alert a
                where a.tenant_id = :tenant and a.state = 'EXPIRED' and a.opened_at >= :since
                    and a.member_id = any (cast(:members as uuid[]))
                order by a.opened_at desc, a.id desc
                limit :most
                """)
                .param("members", Columns.of(members, MemberId::value))
                .param("since", openedSince.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query(AlertRepository::alert)
                .list();
    }

    /** The newest of each of the customers. */
    Map<CustomerId, AlertId> waitingAbout(Collection<MemberId> members, Collection<CustomerId> customers) {
        record Row(CustomerId customer, AlertId alert) {}
        return jdbc
                .sql("""
                select distinct on (customer_id) customer_id, id
                from tracking.alert
                where tenant_id = :tenant and state in ('OPEN', 'HANDED')
                    and member_id = any (cast(:members as uuid[])) and customer_id = any (cast(:customers as uuid[]))
                order by customer_id, id desc
                """)
                .param("members", Columns.of(members, MemberId::value))
                .param("customers", Columns.of(customers, CustomerId::value))
                .query((row, index) -> new Row(
                        new CustomerId(row.getObject("customer_id", UUID.class)),
                        new AlertId(row.getObject("id", UUID.class))))
                .list()
                .stream()
                .collect(Collectors.toMap(Row::customer, Row::alert));
    }

    /** Whose customer it was first. */
    Map<AlertId, MemberId> owners(Collection<AlertId> some) {
        record Row(AlertId alert, MemberId owner) {}
        return jdbc
                .sql("""
                select distinct on (alert_id) alert_id, member_id
                from tracking.alert_holder
                where tenant_id = :tenant and alert_id = any (cast(:alerts as uuid[]))
                order by alert_id, part <> 'OWNER', told_at, member_id
                """)
                .param("alerts", Columns.of(some, AlertId::value))
                .query((row, index) -> new Row(
                        new AlertId(row.getObject("alert_id", UUID.class)),
                        new MemberId(row.getObject("member_id", UUID.class))))
                .list()
                .stream()
                .collect(Collectors.toMap(Row::alert, Row::owner));
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

    /** What else the customer has read, the latest first. */
    List<Before> before(Alert alert, int most) {
        return jdbc.sql("""
                select material_id, last_at, seconds
                from tracking.visit
                where tenant_id = :tenant and customer_id = :customer and id <> :visit
                order by last_at desc
                limit :most
                """)
                .param("customer", alert.customer().value())
                .param("visit", alert.reading().visit().value())
                .param("most", most)
                .query((row, index) -> new Before(
                        new MaterialId(row.getObject("material_id", UUID.class)),
                        row.getObject("last_at", OffsetDateTime.class).toInstant(),
                        row.getInt("seconds")))
                .list();
    }

    /** How often each of the customers has read each material. */
    Map<Read, Integer> visits(Collection<Alert> some) {
        record Times(Read read, int times) {}
        return jdbc
                .sql("""
                select customer_id, material_id, count(*) as times
                from tracking.visit
                where tenant_id = :tenant and customer_id = any (cast(:customers as uuid[]))
                    and material_id = any (cast(:materials as uuid[]))
                group by customer_id, material_id
                """)
                .param("customers", Columns.of(some, alert -> alert.customer().value()))
                .param(
                        "materials",
                        Columns.of(some, alert -> alert.reading().material().value()))
                .query((row, index) -> new Times(
                        new Read(
                                new CustomerId(row.getObject("customer_id", UUID.class)),
                                new MaterialId(row.getObject("material_id", UUID.class))),
                        row.getInt("times")))
                .list()
                .stream()
                .collect(Collectors.toMap(Times::read, Times::times));
    }

    void join(CustomerId gone, CustomerId into) {
        jdbc.sql("update tracking.alert set customer_id = :into where tenant_id = :tenant and customer_id = :gone")
                .param("gone", gone.value())
                .param("into", into.value())
                .update();
    }

    record Read(CustomerId customer, MaterialId material) {}

    record Before(MaterialId material, Instant at, int seconds) {}
}
