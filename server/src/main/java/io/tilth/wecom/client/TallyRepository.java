package io.tilth.wecom.client;

import static java.time.ZoneOffset.UTC;

import io.tilth.kernel.TenantJdbc;
import io.tilth.wecom.CompanyId;
import java.time.Instant;
import org.springframework.stereotype.Repository;

@Repository
class TallyRepository {

    private final TenantJdbc jdbc;

    TallyRepository(TenantJdbc jdbc) {
        this.jdbc = jdbc;
    }

    void add(CompanyId company, Instant hour, Sum sum) {
        jdbc.sql("""
                insert into wecom.call_hour (tenant_id, company_id, hour, calls, errors, waited_ms)
                values (:tenant, :company, :hour, :calls, :errors, :waited)
                on conflict (tenant_id, company_id, hour) do update
                    set calls = call_hour.calls + excluded.calls,
                        errors = call_hour.errors + excluded.errors,
                        waited_ms = call_hour.waited_ms + excluded.waited_ms
                """)
                .param("company", company.value())
                .param("hour", hour.atOffset(UTC))
                .param("calls", sum.calls())
                .param("errors", sum.errors())
                .param("waited", sum.waitedMs())
                .update();
        sum.failures().forEach((failure, times) -> add(company, failure, times));
    }

    private void add(CompanyId company, Sum.Failure failure, Sum.Times times) {
        jdbc.sql("""
                insert into wecom.call_failure (tenant_id, company_id, api, code, times, first_at, last_at)
                values (:tenant, :company, :api, :code, :times, :at, :at)
                on conflict (tenant_id, company_id, api, code) do update
                    set times = call_failure.times + excluded.times, last_at = excluded.last_at
                """)
                .param("company", company.value())
                .param("api", failure.api())
                .param("code", failure.code())
                .param("times", times.times())
                .param("at", times.lastAt().atOffset(UTC))
                .update();
    }

    void forgetBefore(Instant moment) {
        jdbc.sql("delete from wecom.call_hour where tenant_id = :tenant and hour < :moment")
                .param("moment", moment.atOffset(UTC))
                .update();
        jdbc.sql("delete from wecom.call_failure where tenant_id = :tenant and last_at < :moment")
                .param("moment", moment.atOffset(UTC))
                .update();
    }
}
