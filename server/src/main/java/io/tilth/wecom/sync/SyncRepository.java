package io.tilth.wecom.sync;

import static java.time.ZoneOffset.UTC;

import io.tilth.kernel.Columns;
import io.tilth.kernel.TenantJdbc;
import io.tilth.wecom.CompanyId;
import io.tilth.wecom.SyncPart.Progress;
import io.tilth.wecom.sync.Run.Kind;
import io.tilth.wecom.sync.Run.Part;
import io.tilth.wecom.sync.Run.PartState;
import io.tilth.wecom.sync.Run.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
class SyncRepository {

    private static final String RUNS = """
            select id, company_id, kind, state, started_at, finished_at, calls, waited_ms, differences, reason, facts
            from wecom.sync_run
            """;

    private final TenantJdbc jdbc;
    private final JsonMapper json;

    SyncRepository(TenantJdbc jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** False when one runs already. */
    boolean insert(UUID id, CompanyId company, Kind kind, List<String> parts, Instant now) {
        int inserted = jdbc.sql("""
                insert into wecom.sync_run (tenant_id, id, company_id, kind, state, started_at)
                values (:tenant, :id, :company, :kind, 'RUNNING', :now)
                on conflict do nothing
                """)
                .param("id", id)
                .param("company", company.value())
                .param("kind", kind.name())
                .param("now", now.atOffset(UTC))
                .update();
        if (inserted == 0) {
            return false;
        }
        jdbc.sql("""
                insert into wecom.sync_part (tenant_id, run_id, name, place, state)
                select :tenant, :run, told.name, told.place, 'TODO'
                from unnest(cast(:names as text[]), cast(:places as int[])) as told (name, place)
                """)
                .param("run", id)
                .param("names", Columns.of(parts, name -> name))
                .param(
                        "places",
                        Columns.of(IntStream.range(0, parts.size()).boxed().toList(), place -> place))
                .update();
        return true;
    }

    List<Run> newest(CompanyId company, int rows) {
        return jdbc.sql(RUNS + """
                where tenant_id = :tenant and company_id = :company
                order by started_at desc, id desc
                limit :rows
                """)
                .param("company", company.value())
                .param("rows", rows)
                .query(this::run)
                .list();
    }

    Optional<Run> find(UUID id) {
        return jdbc.sql(RUNS + "where tenant_id = :tenant and id = :id")
                .param("id", id)
                .query(this::run)
                .optional();
    }

    /** Those that nobody has finished. */
    List<UUID> running() {
        return jdbc.sql("""
                select id
                from wecom.sync_run
                where tenant_id = :tenant and state = 'RUNNING'
                """).query(UUID.class).list();
    }

    boolean isFirstDone(CompanyId company) {
        return jdbc.sql("""
                select exists (
                    select 1
                    from wecom.sync_run
                    where tenant_id = :tenant and company_id = :company and kind = 'FIRST' and state = 'DONE')
                """)
                .param("company", company.value())
                .query(Boolean.class)
                .single();
    }

    boolean hasBegunSince(CompanyId company, Instant moment) {
        return jdbc.sql("""
                select exists (
                    select 1
                    from wecom.sync_run
                    where tenant_id = :tenant and company_id = :company
                        and (started_at >= :moment or state = 'RUNNING'))
                """)
                .param("company", company.value())
                .param("moment", moment.atOffset(UTC))
                .query(Boolean.class)
                .single();
    }

    Optional<Run> lastComparison(CompanyId company) {
        return jdbc.sql(RUNS + """
                where tenant_id = :tenant and company_id = :company and kind <> 'FIRST' and state = 'DONE'
                order by started_at desc
                limit 1
                """)
                .param("company", company.value())
                .query(this::run)
                .optional();
    }

    /** Moves the cursor on from where it was; false when somebody else has moved it. */
    boolean advance(UUID run, Part from, String to, Progress progress) {
        return jdbc.sql("""
                update wecom.sync_part
                set cursor = :to, state = 'RUNNING', done = :done, total = :total
                where tenant_id = :tenant and run_id = :run and name = :name and state <> 'DONE'
                    and cursor is not distinct from cast(:from as text)
                    and exists (
                        select 1
                        from wecom.sync_run r
                        where r.tenant_id = :tenant and r.id = :run and r.state = 'RUNNING')
                """)
                        .param("run", run)
                        .param("name", from.name())
                        .param("from", from.cursor().orElse(null))
                        .param("to", to)
                        .param("done", progress.done())
                        .param("total", progress.total())
                        .update()
                == 1;
    }

    void finish(UUID run, String part) {
        jdbc.sql("""
                update wecom.sync_part
                set state = 'DONE', total = done
                where tenant_id = :tenant and run_id = :run and name = :name
                """).param("run", run).param("name", part).update();
    }

    void add(UUID run, long calls, long waitedMs) {
        jdbc.sql("""
                update wecom.sync_run
                set calls = calls + :calls, waited_ms = waited_ms + :waited
                where tenant_id = :tenant and id = :run
                """)
                .param("run", run)
                .param("calls", calls)
                .param("waited", waitedMs)
                .update();
    }

    void setDifferences(UUID run, Map<String, Integer> differences) {
        jdbc.sql("""
                update wecom.sync_run
                set differences = cast(:differences as jsonb)
                where tenant_id = :tenant and id = :run
                """)
                .param("run", run)
                .param("differences", json.writeValueAsString(differences))
                .update();
    }

    /** False when it had ended already. */
    boolean end(UUID run, State state, Instant now, @Nullable String reason, List<String> facts) {
        return jdbc.sql("""
                update wecom.sync_run
                set state = :state, finished_at = :now, reason = :reason, facts = :facts
                where tenant_id = :tenant and id = :run and state = 'RUNNING'
                """)
                        .param("run", run)
                        .param("state", state.name())
                        .param("now", now.atOffset(UTC))
                        .param("reason", reason)
                        .param("facts", facts.toArray(String[]::new))
                        .update()
                == 1;
    }

    private List<Part> parts(UUID run) {
        return jdbc.sql("""
                select name, state, cursor, done, total
                from wecom.sync_part
                where tenant_id = :tenant and run_id = :run
                order by place
                """)
                .param("run", run)
                .query((row, index) -> new Part(
                        row.getString("name"),
                        PartState.valueOf(row.getString("state")),
                        Optional.ofNullable(row.getString("cursor")),
                        row.getLong("done"),
                        row.getLong("total")))
                .list();
    }

    private Run run(ResultSet row, int index) throws SQLException {
        var id = row.getObject("id", UUID.class);
        @Nullable OffsetDateTime finished = row.getObject("finished_at", OffsetDateTime.class);
        return new Run(
                id,
                new CompanyId(row.getObject("company_id", UUID.class)),
                Kind.valueOf(row.getString("kind")),
                State.valueOf(row.getString("state")),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(finished).map(OffsetDateTime::toInstant),
                parts(id),
                row.getLong("calls"),
                row.getLong("waited_ms"),
                json.readValue(row.getString("differences"), new TypeReference<Map<String, Integer>>() {}),
                Optional.ofNullable(row.getString("reason")),
                List.of((String[]) row.getArray("facts").getArray()));
    }
}
