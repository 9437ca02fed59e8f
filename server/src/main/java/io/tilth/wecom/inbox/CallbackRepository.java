package io.tilth.wecom.inbox;

import io.tilth.kernel.GlobalJdbc;
import io.tilth.kernel.Ids;
import io.tilth.kernel.Paging;
import io.tilth.kernel.TenantJdbc;
import io.tilth.kernel.TenantScope;
import io.tilth.wecom.CompanyId;
import io.tilth.wecom.inbox.ListedCallback.NamedCompany;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
class CallbackRepository {

    /** Whoever asks when the last one came wants to know whether any come at all. */
    private static final Duration RECENT = Duration.ofDays(7);

    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<Map<String, String>> FIELDS = new TypeReference<>() {};
    private static final UUID LAST = new UUID(-1, -1);

    private final TenantJdbc jdbc;
    private final GlobalJdbc global;

    CallbackRepository(TenantJdbc jdbc, GlobalJdbc global) {
        this.jdbc = jdbc;
        this.global = global;
    }

    private static final String LISTED = """
            select c.id, c.company_id, k.name as company, c.event, c.change, c.subject, c.at, c.received_at, c.done_at,
                c.heard, f.attempts, f.reason, f.failed_at, f.next_at
            from wecom.callback c
            left join wecom.callback_failure f on f.tenant_id = c.tenant_id and f.id = c.id
            left join wecom.company k on k.tenant_id = c.tenant_id and k.id = c.company_id
            where c.tenant_id = :tenant and c.id >= :low and c.id <= :high
            """;

    private static final String DONE = "and c.done_at is not null ";

    private static final String FAILED = """
            and c.done_at is null and c.id in (
                select id from wecom.callback_failure where tenant_id = :tenant and next_at is null)
            """;

    private static final String WAITING = """
            and c.done_at is null and c.id in (
                select callback_id from wecom.callback_due where tenant_id = :tenant)
            """;

    /** The newest first, as they happened. */
    List<ListedCallback> newest(CallbackFilter filter, Paging paging, Instant since) {
        var state = switch (filter.state()) {
            case null -> "";
            case DONE -> DONE;
            case FAILED -> FAILED;
            case WAITING -> WAITING;
        };
        return jdbc.sql(LISTED + state + """
                and (:event = '' or c.event = :event) and c.id <> :last
                order by c.id desc
                limit :rows
                """)
                .param("low", Ids.floor(since))
                .param("high", paging.afterId().orElse(LAST))
                .param("last", paging.afterId().orElse(LAST))
                .param("event", filter.eventOrAny())
                .param("rows", paging.rows())
                .query(CallbackRepository::listed)
                .list();
    }

    Optional<ListedCallback> find(UUID id) {
        return jdbc.sql(LISTED)
                .param("low", id)
                .param("high", id)
                .query(CallbackRepository::listed)
                .optional();
    }

    Map<String, String> fields(UUID id) {
        return jdbc.sql("""
                select fields
                from wecom.callback
                where tenant_id = :tenant and id = :id
                """)
                .param("id", id)
                .query(String.class)
                .optional()
                .map(json -> JSON.readValue(json, FIELDS))
                .orElse(Map.of());
    }

    List<UUID> failed(String event, int most) {
        return jdbc.sql("""
                select id
                from wecom.callback_failure
                where tenant_id = :tenant and next_at is null and (:event = '' or event = :event)
                order by id
                limit :most
                """)
                .param("event", event)
                .param("most", most)
                .query(UUID.class)
                .list();
    }

    /** Lets them come again, if they wait for a person; gives those that did. */
    List<UUID> again(List<UUID> ids, Instant now) {
        return jdbc.sql("""
                update wecom.callback_failure
                set next_at = :now
                where tenant_id = :tenant and next_at is null and id = any (cast(:ids as uuid[]))
                returning id
                """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("ids", texts(ids))
                .query(UUID.class)
                .list();
    }

    /** False when it is not done. */
    boolean undo(UUID id) {
        return jdbc.sql("""
                update wecom.callback
                set done_at = null
                where tenant_id = :tenant and id = :id and done_at is not null
                """).param("id", id).update() == 1;
    }

    void insertDue(List<UUID> ids, Instant now) {
        jdbc.sql("""
                insert into wecom.callback_due (id, tenant_id, company_id, lane, front, due_at, callback_id)
                select again.id, c.tenant_id, c.company_id, c.lane, false, :now, c.id
                from unnest(cast(:dues as uuid[]), cast(:ids as uuid[])) as again (id, callback_id)
                join wecom.callback c on c.id = again.callback_id
                where c.tenant_id = :tenant
                """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("dues", texts(ids.stream().map(id -> Ids.next()).toList()))
                .param("ids", texts(ids))
                .update();
    }

    void deleteBefore(Instant moment) {
        jdbc.sql("delete from wecom.callback where tenant_id = :tenant and id < :low")
                .param("low", Ids.floor(moment))
                .update();
        jdbc.sql("delete from wecom.callback_failure where tenant_id = :tenant and id < :low")
                .param("low", Ids.floor(moment))
                .update();
        jdbc.sql("delete from wecom.callback_due where tenant_id = :tenant and callback_id < :low")
                .param("low", Ids.floor(moment))
                .update();
    }

    /** Adds the months to come and drops those whose time is over. */
    void keepMonths() {
        global.sql("call wecom.keep_callback_months()").update();
    }

    private static String[] texts(List<UUID> ids) {
        return ids.stream().map(UUID::toString).toArray(String[]::new);
    }

    private static ListedCallback listed(ResultSet row, int index) throws SQLException {
        var done = row.getObject("done_at") != null;
        var failed = row.getObject("failed_at") != null;
        return new ListedCallback(
                row.getObject("id", UUID.class),
                new NamedCompany(
                        row.getObject("company_id", UUID.class),
                        Objects.requireNonNullElse(row.getString("company"), "")),
                row.getString("event"),
                row.getString("change"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                done
                        ? CallbackState.DONE
                        : failed && row.getObject("next_at") == null ? CallbackState.FAILED : CallbackState.WAITING,
                failed ? row.getInt("attempts") : done ? 1 : 0,
                Optional.ofNullable(row.getString("reason")),
                Optional.of(row.getString("subject")).filter(subject -> !subject.isEmpty()),
                row.getBoolean("heard"));
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
