package io.tilth.wecom.inbox;

import io.tilth.kernel.GlobalJdbc;
import io.tilth.kernel.TenantId;
import io.tilth.kernel.TenantJdbc;
import io.tilth.wecom.Callback;
import io.tilth.wecom.CompanyId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
class LaneRepository {

    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<Map<String, String>> FIELDS = new TypeReference<>() {};

    private final TenantJdbc jdbc;
    private final GlobalJdbc global;

    LaneRepository(TenantJdbc jdbc, GlobalJdbc global) {
        this.jdbc = jdbc;
        this.global = global;
    }

    /** Something that waits in a lane. */
    record Due(UUID id, UUID callback, boolean front) {}

    /** A callback that is not done, and how often it has failed. */
    record Pending(Callback callback, int attempts) {}

    /** The lanes of all tenants in which something is due, found by leaping from lane to lane. */
    List<Waiting> waiting(Instant now) {
        return global.sql("""
                with recursive lanes as (
                    (select tenant_id, lane, front, due_at
                    from wecom.callback_due
                    order by tenant_id, lane, front desc, due_at
                    limit 1)
                    union all
                    select next.tenant_id, next.lane, next.front, next.due_at
                    from lanes
                    cross join lateral (
                        select tenant_id, lane, front, due_at
                        from wecom.callback_due as due
                        where (due.tenant_id, due.lane) > (lanes.tenant_id, lanes.lane)
                        order by due.tenant_id, due.lane, due.front desc, due.due_at
                        limit 1) as next
                )
                select tenant_id, lane, front
                from lanes
                where due_at <= :now
                """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, index) -> new Waiting(
                        new Lane(new TenantId(row.getLong("tenant_id")), row.getInt("lane")), row.getBoolean("front")))
                .list();
    }

    record Waiting(Lane lane, boolean front) {}

    /** Takes the lane until the transaction ends; false when another worker or node has it. Ends with whoever holds it. */
    boolean lock(Lane lane) {
        return global.sql("select pg_catalog.pg_try_advisory_xact_lock(:key)")
                .param("key", lane.tenant().value() * Arrival.LANES + lane.number() | 1L << 62)
                .query(Boolean.class)
                .single();
    }

    List<Due> due(Lane lane, Instant now, int most) {
        return global.sql("""
                select id, callback_id, front
                from wecom.callback_due
                where tenant_id = :owner and lane = :lane and due_at <= :now
                order by front desc, due_at, id
                limit :most
                """)
                .param("owner", lane.tenant().value())
                .param("lane", lane.number())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query((row, index) -> new Due(
                        row.getObject("id", UUID.class),
                        row.getObject("callback_id", UUID.class),
                        row.getBoolean("front")))
                .list();
    }

    /** Those of the callbacks that are not done yet, in the order in which they happened. */
    List<Pending> pending(Collection<UUID> ids) {
        var range = Range.of(ids);
        return jdbc.sql("""
                select c.id, c.company_id, c.event, c.change, c.at, c.fields, coalesce(f.attempts, 0) as attempts
                from wecom.callback c
                left join wecom.callback_failure f on f.tenant_id = c.tenant_id and f.id = c.id
                where c.tenant_id = :tenant
                    and c.id >= :low and c.id <= :high
                    and c.id = any (cast(:ids as uuid[]))
                    and c.done_at is null
                order by c.at
                """)
                .param("low", range.low())
                .param("high", range.high())
                .param("ids", texts(ids))
                .query((row, index) -> new Pending(callback(row), row.getInt("attempts")))
                .list();
    }

    void done(Collection<UUID> ids, boolean heard, Instant now) {
        var range = Range.of(ids);
        jdbc.sql("""
                update wecom.callback
                set done_at = :now, heard = :heard
                where tenant_id = :tenant and id >= :low and id <= :high and id = any (cast(:ids as uuid[]))
                """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("heard", heard)
                .param("low", range.low())
                .param("high", range.high())
                .param("ids", texts(ids))
                .update();
    }

    void deleteDue(Lane lane, Collection<UUID> ids) {
        global.sql("""
                delete from wecom.callback_due
                where tenant_id = :owner and id = any (cast(:ids as uuid[]))
                """)
                .param("owner", lane.tenant().value())
                .param("ids", texts(ids))
                .update();
    }

    void deleteFailures(Collection<UUID> ids) {
        jdbc.sql("""
                delete from wecom.callback_failure
                where tenant_id = :tenant and id = any (cast(:ids as uuid[]))
                """).param("ids", texts(ids)).update();
    }

    /** Notes that it failed once more. */
    void fail(Callback callback, Failure failure, Instant now) {
        jdbc.sql("""
                insert into wecom.callback_failure
                    (tenant_id, id, company_id, event, attempts, reason, failed_at, next_at)
                values (:tenant, :id, :company, :event, :attempts, :reason, :now, :next)
                on conflict (tenant_id, id) do update
                set attempts = excluded.attempts, reason = excluded.reason, failed_at = excluded.failed_at,
                    next_at = excluded.next_at
                """)
                .param("id", callback.id())
                .param("company", callback.company().value())
                .param("event", callback.event())
                .param("attempts", failure.attempts())
                .param("reason", failure.reason())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param(
                        "next",
                        failure.nextAt()
                                .map(next -> next.atOffset(ZoneOffset.UTC))
                                .orElse(null))
                .update();
    }

    /** Puts it off; it no longer goes before others. */
    void putOff(UUID due, Instant until) {
        global.sql("""
                update wecom.callback_due
                set due_at = :until, front = false
                where id = :id
                """)
                .param("id", due)
                .param("until", until.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static Callback callback(ResultSet row) throws SQLException {
        return new Callback(
                row.getObject("id", UUID.class),
                new CompanyId(row.getObject("company_id", UUID.class)),
                row.getString("event"),
                row.getString("change"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                JSON.readValue(row.getString("fields"), FIELDS));
    }

    private static String[] texts(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).toArray(String[]::new);
    }

    /** Tells the database which months it need not look into. */
    private record Range(UUID low, UUID high) {

        static Range of(Collection<UUID> ids) {
            // As texts, for Java and PostgreSQL compare the halves of an id differently.
            var texts = ids.stream().map(UUID::toString).sorted().toList();
            return new Range(UUID.fromString(texts.getFirst()), UUID.fromString(texts.getLast()));
        }
    }
}
