package io.tilth.acquisition.plan;

import static java.time.ZoneOffset.UTC;

import io.tilth.acquisition.ChannelCodeId;
import io.tilth.acquisition.CodeSpec;
import io.tilth.acquisition.plan.Line.Fate;
import io.tilth.acquisition.plan.Run.Errand;
import io.tilth.acquisition.plan.Run.Result;
import io.tilth.acquisition.plan.Run.Step;
import io.tilth.directory.ShopId;
import io.tilth.kernel.Caller;
import io.tilth.kernel.Columns;
import io.tilth.kernel.TenantJdbc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
class RunRepository {

    private static final UUID FIRST = new UUID(0, 0);

    private static final String RUN = """
            select r.id, r.plan_id, r.kind, r.state, r.undone, r.requested_by_name, r.requested_at,
                count(s.code_id) as total, count(*) filter (where s.state = 'DONE') as done,
                count(*) filter (where s.state = 'FAILED') as failed
            from acquisition.plan_run r
            left join acquisition.plan_step s on s.tenant_id = r.tenant_id and s.run_id = r.id
            where r.tenant_id = :tenant
            """;

    private final TenantJdbc jdbc;
    private final JsonMapper json;

    RunRepository(TenantJdbc jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void insert(UUID id, PlanId plan, Run.Kind kind, Caller by, Instant now) {
        jdbc.sql("""
                insert into acquisition.plan_run (tenant_id, id, plan_id, kind, state, requested_by, requested_by_name,
                    requested_at)
                values (:tenant, :id, :plan, :kind, 'RUNNING', :by, :byName, :now)
                """)
                .param("id", id)
                .param("plan", plan.value())
                .param("kind", kind.name())
                .param("by", by.id())
                .param("byName", by.name())
                .param("now", now.atOffset(UTC))
                .update();
    }

    void insertSteps(UUID run, Collection<Step> steps) {
        jdbc.sql("""
                insert into acquisition.plan_step (tenant_id, run_id, code_id, shop_id, deed, before, after, sown,
                    was_dropped)
                select :tenant, :run, told.code, told.shop, told.deed, told.before, told.after, told.sown, told.dropped
                from unnest(cast(:codes as uuid[]), cast(:shops as uuid[]), cast(:deeds as text[]),
                    cast(:befores as jsonb[]), cast(:afters as jsonb[]), cast(:sown as jsonb[]),
                    cast(:dropped as boolean[])) as told (code, shop, deed, before, after, sown, dropped)
                """)
                .param("run", run)
                .param("codes", Columns.of(steps, step -> step.code().value()))
                .param("shops", Columns.of(steps, step -> step.shop().value()))
                .param("deeds", Columns.of(steps, Step::fate))
                .param("befores", Columns.of(steps, step -> step.before().map(json::writeValueAsString)))
                .param("afters", Columns.of(steps, step -> json.writeValueAsString(step.after())))
                .param("sown", Columns.of(steps, step -> json.writeValueAsString(step.sown())))
                .param("dropped", Columns.of(steps, Step::wasDropped))
                .update();
    }

    List<Step> steps(UUID run) {
        return jdbc.sql("""
                select code_id, shop_id, deed, before, after, sown, was_dropped
                from acquisition.plan_step
                where tenant_id = :tenant and run_id = :run
                order by code_id
                """).param("run", run).query(this::step).list();
    }

    /** The newest first. */
    List<Run> of(PlanId plan) {
        return jdbc.sql(RUN + """
                    and r.plan_id = :plan
                group by r.tenant_id, r.id
                order by r.id desc
                limit 50
                """)
                .param("plan", plan.value())
                .query(RunRepository::run)
                .list();
    }

    Optional<Run> find(UUID id) {
        return jdbc.sql(RUN + """
                    and r.id = :id
                group by r.tenant_id, r.id
                """).param("id", id).query(RunRepository::run).optional();
    }

    /** The newest of each plan. */
    List<Run> newest() {
        return jdbc.sql(RUN + """
                    and r.id in (
                        select distinct on (l.plan_id) l.id
                        from acquisition.plan_run l
                        where l.tenant_id = :tenant
                        order by l.plan_id, l.id desc)
                group by r.tenant_id, r.id
                """).query(RunRepository::run).list();
    }

    List<UUID> unfinished() {
        return jdbc.sql("""
                select id
                from acquisition.plan_run
                where tenant_id = :tenant and state = 'RUNNING'
                """).query(UUID.class).list();
    }

    void undo(UUID run) {
        jdbc.sql("""
                update acquisition.plan_run
                set undone = true
                where tenant_id = :tenant and id = :run
                """).param("run", run).update();
    }

    void state(UUID run, Run.State state, Instant now) {
        jdbc.sql("""
                update acquisition.plan_run
                set state = :state, ended_at = case when :state = 'DONE' then cast(:now as timestamptz) end
                where tenant_id = :tenant and id = :run
                """)
                .param("run", run)
                .param("state", state.name())
                .param("now", now.atOffset(UTC))
                .update();
    }

    List<Errand> errands(UUID run, Optional<ChannelCodeId> after, int most) {
        return jdbc.sql("""
                select code_id, tries
                from acquisition.plan_step
                where tenant_id = :tenant and run_id = :run and state = 'QUEUED' and code_id > :after
                order by code_id
                limit :most
                """)
                .param("run", run)
                .param("after", after.map(ChannelCodeId::value).orElse(FIRST))
                .param("most", most)
                .query((row, index) ->
                        new Errand(new ChannelCodeId(row.getObject("code_id", UUID.class)), row.getInt("tries")))
                .list();
    }

    void note(UUID run, Collection<Result> results) {
        jdbc.sql("""
                update acquisition.plan_step s
                set state = told.state, trouble = told.trouble, tries = told.tries
                from unnest(cast(:codes as uuid[]), cast(:states as text[]), cast(:troubles as text[]),
                    cast(:tries as int[])) as told (code, state, trouble, tries)
                where s.tenant_id = :tenant and s.run_id = :run and s.code_id = told.code
                """)
                .param("run", run)
                .param("codes", Columns.of(results, one -> one.code().value()))
                .param("states", Columns.of(results, Result::state))
                .param("troubles", Columns.of(results, Result::trouble))
                .param("tries", Columns.of(results, Result::tries))
                .update();
    }

    /** The connection has to be mended before any of them is worth a try. */
    void failRest(UUID run, String trouble) {
        jdbc.sql("""
                update acquisition.plan_step
                set state = 'FAILED', trouble = :trouble
                where tenant_id = :tenant and run_id = :run and state = 'QUEUED'
                """).param("run", run).param("trouble", trouble).update();
    }

    int queueFailed(UUID run) {
        return jdbc.sql("""
                update acquisition.plan_step
                set state = 'QUEUED', trouble = null, tries = 0
                where tenant_id = :tenant and run_id = :run and state = 'FAILED'
                """).param("run", run).update();
    }

    private Step step(ResultSet row, int index) throws SQLException {
        @Nullable String before = row.getString("before");
        return new Step(
                new ChannelCodeId(row.getObject("code_id", UUID.class)),
                new ShopId(row.getObject("shop_id", UUID.class)),
                Fate.valueOf(row.getString("deed")),
                Optional.ofNullable(before).map(text -> json.readValue(text, CodeSpec.class)),
                json.readValue(row.getString("after"), CodeSpec.class),
                json.readValue(row.getString("sown"), CodeSpec.class),
                row.getBoolean("was_dropped"));
    }

    private static Run run(ResultSet row, int index) throws SQLException {
        return new Run(
                row.getObject("id", UUID.class),
                new PlanId(row.getObject("plan_id", UUID.class)),
                Run.Kind.valueOf(row.getString("kind")),
                Run.State.valueOf(row.getString("state")),
                row.getInt("total"),
                row.getInt("done"),
                row.getInt("failed"),
                row.getBoolean("undone"),
                row.getString("requested_by_name"),
                row.getObject("requested_at", OffsetDateTime.class).toInstant());
    }
}
