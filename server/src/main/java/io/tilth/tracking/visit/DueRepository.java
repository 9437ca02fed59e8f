package io.tilth.tracking.visit;

import static java.time.ZoneOffset.UTC;

import io.tilth.customer.VisitorId;
import io.tilth.kernel.Columns;
import io.tilth.kernel.GlobalJdbc;
import io.tilth.kernel.Ids;
import io.tilth.kernel.TenantId;
import io.tilth.kernel.TenantJdbc;
import io.tilth.kernel.TenantScope;
import io.tilth.tracking.ShareId;
import io.tilth.tracking.VisitId;
import io.tilth.tracking.visit.Reading.Told;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Repository;

/** What waits to be worked off, and the beats that it is about. */
@Repository
class DueRepository {

    private final TenantJdbc jdbc;
    private final GlobalJdbc global;

    DueRepository(TenantJdbc jdbc, GlobalJdbc global) {
        this.jdbc = jdbc;
        this.global = global;
    }

    /**
     * A visit of which something may be new, or of which it is asked whether it is over.
     *
     * @param ends whether it is; each visit that goes on is asked about once at a time
     */
    record Due(VisitId visit, ShareId share, UUID hop, VisitorId visitor, boolean ends) {

        static Due news(VisitId visit, ShareId share, UUID hop, VisitorId visitor) {
            return new Due(visit, share, hop, visitor, false);
        }

        Due ending() {
            return new Due(visit, share, hop, visitor, true);
        }

        /** Both at once. */
        Due and(Due other) {
            return other.ends ? other : this;
        }
    }

    List<TenantId> waiting(Instant now) {
        return global.sql("""
                with recursive tenants as (
                    (select tenant_id, due_at from tracking.event_due order by tenant_id, due_at limit 1)
                    union all
                    select next.tenant_id, next.due_at
                    from tenants
                    cross join lateral (
                        select due.tenant_id, due.due_at
                        from tracking.event_due as due
                        where due.tenant_id > tenants.tenant_id
                        order by due.tenant_id, due.due_at
                        limit 1) as next
                )
                select tenant_id
                from tenants
                where due_at <= :now
                """)
                .param("now", now.atOffset(UTC))
                .query((row, index) -> new TenantId(row.getLong("tenant_id")))
                .list();
    }

    /** Takes some of this tenant that no other worker has; they are gone once the transaction commits. */
    List<Due> take(Instant now, int most) {
        return global.sql("""
                delete from tracking.event_due
                where id in (
                    select id
                    from tracking.event_due
                    where tenant_id = :owner and due_at <= :now
                    order by due_at, id
                    limit :most
                    for update skip locked)
                returning visit_id, share_id, hop_id, visitor_id, ends
                """)
                .param("owner", TenantScope.current().value())
                .param("now", now.atOffset(UTC))
                .param("most", most)
                .query((row, index) -> new Due(
                        new VisitId(row.getObject("visit_id", UUID.class)),
                        new ShareId(row.getObject("share_id", UUID.class)),
                        row.getObject("hop_id", UUID.class),
                        new VisitorId(row.getObject("visitor_id", UUID.class)),
                        row.getBoolean("ends")))
                .list();
    }

    /** Each for its moment. */
    void add(Map<Due, Instant> asked) {
        if (asked.isEmpty()) {
            return;
        }
        var dues = asked.keySet();
        global.sql("""
                insert into tracking.event_due (id, tenant_id, visit_id, share_id, hop_id, visitor_id, due_at, ends)
                select id, :owner, visit, share, hop, visitor, at, ends
                from unnest(
                    cast(:ids as uuid[]), cast(:visits as uuid[]), cast(:shares as uuid[]), cast(:hops as uuid[]),
                    cast(:visitors as uuid[]), cast(:moments as timestamptz[]), cast(:ends as boolean[]))
                    as due (id, visit, share, hop, visitor, at, ends)
                """)
                .param("owner", TenantScope.current().value())
                .param("ids", Columns.of(dues, due -> Ids.next()))
                .param("visits", Columns.of(dues, due -> due.visit().value()))
                .param("shares", Columns.of(dues, due -> due.share().value()))
                .param("hops", Columns.of(dues, Due::hop))
                .param("visitors", Columns.of(dues, due -> due.visitor().value()))
                .param("moments", Columns.of(asked.values(), at -> at))
                .param("ends", Columns.of(dues, Due::ends))
                .update();
    }

    void putOffFirst(Instant now, Instant until) {
        global.sql("""
                update tracking.event_due
                set due_at = :until
                where id = (
                    select id
                    from tracking.event_due
                    where tenant_id = :owner and due_at <= :now
                    order by due_at, id
                    limit 1)
                """)
                .param("owner", TenantScope.current().value())
                .param("now", now.atOffset(UTC))
                .param("until", until.atOffset(UTC))
                .update();
    }

    /** Waits, one after the other, until no other worker is about these visits. */
    void hold(List<VisitId> visits) {
        global.sql("""
                select pg_catalog.pg_advisory_xact_lock(key)
                from unnest(cast(:keys as bigint[])) with ordinality as visits (key, place)
                order by place
                """)
                .param("keys", Columns.of(visits, DueRepository::key))
                .query((row, index) -> true)
                .list();
    }

    private static long key(VisitId visit) {
        return visit.value().getLeastSignificantBits() ^ visit.value().getMostSignificantBits();
    }

    /** All beats of each visit, as they happened. */
    Map<VisitId, Reading> readings(Collection<VisitId> visits) {
        record Row(VisitId visit, Told told) {}
        return jdbc
                .sql("""
                select visit_id, id, kind, seconds, depth, page, touched
                from tracking.event
                where tenant_id = :tenant and visit_id = any (cast(:visits as uuid[]))
                order by id
                """)
                .param("visits", Columns.of(visits, VisitId::value))
                .query((row, index) -> new Row(new VisitId(row.getObject("visit_id", UUID.class)), told(row)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Row::visit,
                        Collectors.collectingAndThen(Collectors.mapping(Row::told, Collectors.toList()), Reading::of)));
    }

    void tap(VisitId visit, UUID id, String kind) {
        jdbc.sql("""
                insert into tracking.event (tenant_id, id, visit_id, kind, seconds, depth, page, touched)
                values (:tenant, :id, :visit, :kind, 0, 0, null, true)
                """)
                .param("id", id)
                .param("visit", visit.value())
                .param("kind", kind)
                .update();
    }

    /** What a page would have told long ago. */
    void remember(VisitId visit, Map<UUID, Told> told) {
        var rows = told.entrySet();
        jdbc.sql("""
                insert into tracking.event (tenant_id, id, visit_id, kind, seconds, depth, page, touched)
                select :tenant, id, :visit, kind, seconds, depth, page, touched
                from unnest(
                    cast(:ids as uuid[]), cast(:kinds as text[]), cast(:seconds as int[]), cast(:depths as int[]),
                    cast(:pages as int[]), cast(:touched as boolean[]))
                    as told (id, kind, seconds, depth, page, touched)
                on conflict do nothing
                """)
                .param("visit", visit.value())
                .param("ids", Columns.of(rows, Map.Entry::getKey))
                .param("kinds", Columns.of(rows, one -> one.getValue().kind()))
                .param("seconds", Columns.of(rows, one -> one.getValue().seconds()))
                .param("depths", Columns.of(rows, one -> one.getValue().depth()))
                .param("pages", Columns.of(rows, one -> one.getValue().page()))
                .param("touched", Columns.of(rows, one -> one.getValue().touched()))
                .update();
    }

    private static Told told(ResultSet row) throws SQLException {
        var id = row.getObject("id", UUID.class);
        return new Told(
                Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16),
                row.getString("kind"),
                row.getInt("seconds"),
                row.getInt("depth"),
                Optional.ofNullable(row.getObject("page", Integer.class)),
                row.getBoolean("touched"));
    }
}
