package io.tilth.wecom.health;

import static java.time.ZoneOffset.UTC;

import io.tilth.kernel.Ids;
import io.tilth.kernel.TenantJdbc;
import io.tilth.wecom.CompanyId;
import io.tilth.wecom.health.Figures.Failure;
import io.tilth.wecom.health.Figures.Hour;
import io.tilth.wecom.health.Figures.TokenFigures;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

@Repository
class HealthRepository {

    private static final int HOURS = 24;
    private static final int FAILURES = 20;

    private final TenantJdbc jdbc;

    HealthRepository(TenantJdbc jdbc) {
        this.jdbc = jdbc;
    }

    /** @return the companies that are, or were, connected */
    List<Listed> companies() {
        return jdbc.sql("""
                select id, name, kind, state, coalesce(connected_at, created_at) as since
                from wecom.company
                where tenant_id = :tenant and state <> 'DRAFT'
                order by id
                """).query(HealthRepository::listed).list();
    }

    Optional<Listed> company(CompanyId id) {
        return jdbc.sql("""
                select id, name, kind, state, coalesce(connected_at, created_at) as since
                from wecom.company
                where tenant_id = :tenant and id = :id
                """)
                .param("id", id.value())
                .query(HealthRepository::listed)
                .optional();
    }

    List<TokenFigures> tokens(CompanyId company) {
        return jdbc.sql("""
                select name, expires_at, refreshed_at, failed_code
                from wecom.app_token
                where tenant_id = :tenant and company_id = :company
                order by name
                """)
                .param("company", company.value())
                .query((row, index) -> new TokenFigures(
                        row.getString("name").toLowerCase(Locale.ROOT).replace("_jsapi", ""),
                        moment(row, "expires_at"),
                        moment(row, "refreshed_at"),
                        Optional.ofNullable(row.getObject("failed_code", Integer.class))))
                .list();
    }

    List<Failure> failures(CompanyId company) {
        return jdbc.sql("""
                select api, code, times, last_at
                from wecom.call_failure
                where tenant_id = :tenant and company_id = :company
                order by last_at desc, api, code
                limit :rows
                """)
                .param("company", company.value())
                .param("rows", FAILURES)
                .query((row, index) -> new Failure(
                        moment(row, "last_at").orElseThrow(),
                        row.getString("api"),
                        row.getInt("code"),
                        row.getLong("times")))
                .list();
    }

    /** The last 24 hours, the current one included, also those in which nothing happened. */
    List<Hour> hours(CompanyId company, Instant now) {
        var last = now.truncatedTo(ChronoUnit.HOURS);
        var first = last.minus(Duration.ofHours(HOURS - 1));
        var callbacks = callbacks(company, first);
        var calls = calls(company, first);
        return LongStream.range(0, HOURS)
                .mapToObj(first.atOffset(UTC)::plusHours)
                .map(OffsetDateTime::toInstant)
                .map(hour -> {
                    var made = calls.getOrDefault(hour, new Made(0, 0));
                    return new Hour(hour, callbacks.getOrDefault(hour, 0L), made.calls(), made.errors());
                })
                .toList();
    }

    private Map<Instant, Made> calls(CompanyId company, Instant from) {
        var calls = new HashMap<Instant, Made>();
        jdbc.sql("""
                select hour, calls, errors
                from wecom.call_hour
                where tenant_id = :tenant and company_id = :company and hour >= :from
                """)
                .param("company", company.value())
                .param("from", from.atOffset(UTC))
                .query(row -> {
                    calls.put(moment(row, "hour").orElseThrow(), new Made(row.getLong("calls"), row.getLong("errors")));
                });
        return calls;
    }

    /** By the hour in which it happened, which the id holds: the key alone finds them. */
    private Map<Instant, Long> callbacks(CompanyId company, Instant from) {
        var callbacks = new HashMap<Instant, Long>();
        jdbc.sql("""
                select date_trunc('hour', at) as hour, count(*) as callbacks
                from wecom.callback
                where tenant_id = :tenant and id >= :from and company_id = :company
                group by date_trunc('hour', at)
                """)
                .param("company", company.value())
                .param("from", Ids.floor(from))
                .query(row -> {
                    callbacks.put(moment(row, "hour").orElseThrow(), row.getLong("callbacks"));
                });
        return callbacks;
    }

    private static Listed listed(ResultSet row, int index) throws SQLException {
        return new Listed(
                new CompanyId(row.getObject("id", UUID.class)),
                row.getString("name"),
                row.getString("state"),
                row.getString("kind").equals("PROVIDER"),
                moment(row, "since").orElseThrow());
    }

    private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
        @Nullable OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return Optional.ofNullable(moment).map(OffsetDateTime::toInstant);
    }

    record Listed(CompanyId id, String name, String state, boolean provider, Instant since) {}

    private record Made(long calls, long errors) {}
}
