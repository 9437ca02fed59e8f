package io.tilth.wecom.quota;

import static java.time.ZoneOffset.UTC;

import io.tilth.kernel.TenantJdbc;
import io.tilth.wecom.CallQuota.Span;
import io.tilth.wecom.CompanyId;
import io.tilth.wecom.quota.QuotaService.Window;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Repository;

@Repository
class QuotaRepository {

    private final TenantJdbc jdbc;

    QuotaRepository(TenantJdbc jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds to what has been taken from the window, and tells how much that is now. */
    int add(Window window, int calls) {
        return jdbc.sql("""
                insert into wecom.call_window (tenant_id, company_id, api, span, starts_at, taken)
                values (:tenant, :company, :api, :span, :startsAt, :calls)
                on conflict (tenant_id, company_id, api, span, starts_at)
                    do update set taken = call_window.taken + excluded.taken
                returning taken
                """)
                .param("company", window.company().value())
                .param("api", window.api())
                .param("span", window.span().name())
                .param("startsAt", window.startsAt().atOffset(UTC))
                .param("calls", calls)
                .query(Integer.class)
                .single();
    }

    Optional<Instant> pausedUntil(CompanyId company, String api) {
        return jdbc.sql("""
                select until
                from wecom.call_pause
                where tenant_id = :tenant and company_id = :company and api = :api
                """)
                .param("company", company.value())
                .param("api", api)
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    void pause(CompanyId company, String api, Instant until) {
        jdbc.sql("""
                insert into wecom.call_pause (tenant_id, company_id, api, until)
                values (:tenant, :company, :api, :until)
                on conflict (tenant_id, company_id, api) do update set until = excluded.until
                """)
                .param("company", company.value())
                .param("api", api)
                .param("until", until.atOffset(UTC))
                .update();
    }

    /** The windows that are open now. */
    List<Taken> current(CompanyId company, Instant now) {
        return jdbc.sql("""
                select api, span, taken
                from wecom.call_window
                where tenant_id = :tenant and company_id = :company
                    and (span = 'MINUTE' and starts_at = :minute or span = 'HOUR' and starts_at = :hour)
                """)
                .param("company", company.value())
                .param("minute", Limits.start(Span.MINUTE, now).atOffset(UTC))
                .param("hour", Limits.start(Span.HOUR, now).atOffset(UTC))
                .query((row, index) ->
                        new Taken(row.getString("api"), Span.valueOf(row.getString("span")), row.getLong("taken")))
                .list();
    }

    void forgetBefore(Instant moment) {
        jdbc.sql("delete from wecom.call_window where tenant_id = :tenant and starts_at < :moment")
                .param("moment", moment.atOffset(UTC))
                .update();
    }

    record Taken(String api, Span span, long used) {}
}
