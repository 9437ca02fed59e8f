package io.tilth.wecom.connect;

import static java.time.ZoneOffset.UTC;

import io.tilth.kernel.TenantJdbc;
import io.tilth.wecom.CompanyId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Repository;

@Repository
class StepRepository {

    private final TenantJdbc jdbc;

    StepRepository(TenantJdbc jdbc) {
        this.jdbc = jdbc;
    }

    List<StepRecord> of(CompanyId company) {
        return jdbc.sql("""
                select key, state, checked_at, problem, facts
                from wecom.connect_step
                where tenant_id = :tenant and company_id = :company
                """)
                .param("company", company.value())
                .query(StepRepository::step)
                .list();
    }

    void keep(CompanyId company, StepRecord step) {
        jdbc.sql("""
                insert into wecom.connect_step (tenant_id, company_id, key, state, checked_at, problem, facts)
                values (:tenant, :company, :key, :state, :at, :problem, :facts)
                on conflict (tenant_id, company_id, key) do update
                    set state = excluded.state, checked_at = excluded.checked_at, problem = excluded.problem,
                        facts = excluded.facts
                """)
                .param("company", company.value())
                .param("key", step.step().name())
                .param("state", step.state().name())
                .param("at", step.checkedAt().atOffset(UTC))
                .param("problem", step.verdict().problem().orElse(null))
                .param("facts", step.verdict().facts().toArray(String[]::new))
                .update();
    }

    void forget(CompanyId company, Collection<Step> steps) {
        jdbc.sql("""
                delete from wecom.connect_step
                where tenant_id = :tenant and company_id = :company and key = any (:keys)
                """)
                .param("company", company.value())
                .param("keys", steps.stream().map(Step::name).toArray(String[]::new))
                .update();
    }

    private static StepRecord step(ResultSet row, int index) throws SQLException {
        var facts = (String[]) row.getArray("facts").getArray();
        return new StepRecord(
                Step.valueOf(row.getString("key")),
                StepRecord.State.valueOf(row.getString("state")),
                row.getObject("checked_at", OffsetDateTime.class).toInstant(),
                new Verdict(Optional.ofNullable(row.getString("problem")), List.of(facts)));
    }
}
