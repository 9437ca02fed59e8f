package io.tilth.wecom.health;

import static java.time.ZoneOffset.UTC;

import io.tilth.kernel.GlobalJdbc;
import io.tilth.kernel.TenantId;
import io.tilth.wecom.CompanyId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

@Repository
class OverviewRepository {

    private final GlobalJdbc jdbc;

    OverviewRepository(GlobalJdbc jdbc) {
        this.jdbc = jdbc;
    }

    void keep(TenantId tenant, Overview line, Instant now) {
        jdbc.sql("""
                insert into wecom.overview (tenant_id, company_id, company_name, state, last_callback_at, lag_ms, waiting,
                    failed, token, quota_used_percent, drift_at, drift_count, licences_expire_at, trouble, at)
                values (:owner, :company, :name, :state, :lastAt, :lag, :waiting, :failed, :token, :quota, :driftAt,
                    :driftCount, :licences, :trouble, :at)
                on conflict (tenant_id, company_id) do update
                    set company_name = excluded.company_name, state = excluded.state,
                        last_callback_at = excluded.last_callback_at, lag_ms = excluded.lag_ms,
                        waiting = excluded.waiting, failed = excluded.failed, token = excluded.token,
                        quota_used_percent = excluded.quota_used_percent, drift_at = excluded.drift_at,
                        drift_count = excluded.drift_count, licences_expire_at = excluded.licences_expire_at,
                        trouble = excluded.trouble, at = excluded.at
                """)
                .param("owner", tenant.value())
                .param("company", line.company().value())
                .param("name", line.name())
                .param("state", line.state())
                .param("lastAt", time(line.lastCallbackAt()))
                .param("lag", line.lagMs())
                .param("waiting", line.waiting())
                .param("failed", line.failed())
                .param("token", line.token().name())
                .param("quota", line.quotaUsedPercent())
                .param("driftAt", time(line.driftAt()))
                .param("driftCount", line.driftCount().orElse(null))
                .param("licences", time(line.licencesExpireAt()))
                .param("trouble", line.trouble())
                .param("at", now.atOffset(UTC))
                .update();
    }

    void forget(TenantId tenant) {
        jdbc.sql("delete from wecom.overview where tenant_id = :owner")
                .param("owner", tenant.value())
                .update();
    }

    /** In the order of tenants; those in trouble alone if wanted. */
    List<Line> after(Place place, boolean troubleOnly, int rows) {
        return jdbc.sql("""
                select tenant_id, company_id, company_name, state, last_callback_at, lag_ms, waiting, failed, token,
                    quota_used_percent, drift_at, drift_count, licences_expire_at, trouble
                from wecom.overview
                where (tenant_id, company_id) > (:owner, :company) and (trouble or not :troubleOnly)
                order by tenant_id, company_id
                limit :rows
                """)
                .param("owner", place.tenant())
                .param("company", place.company())
                .param("troubleOnly", troubleOnly)
                .param("rows", rows)
                .query(OverviewRepository::line)
                .list();
    }

    private static Line line(ResultSet row, int index) throws SQLException {
        return new Line(
                new TenantId(row.getLong("tenant_id")),
                new Overview(
                        new CompanyId(row.getObject("company_id", UUID.class)),
                        row.getString("company_name"),
                        row.getString("state"),
                        moment(row, "last_callback_at"),
                        row.getLong("lag_ms"),
                        row.getLong("waiting"),
                        row.getLong("failed"),
                        Figures.State.valueOf(row.getString("token")),
                        row.getInt("quota_used_percent"),
                        moment(row, "drift_at"),
                        Optional.ofNullable(row.getObject("drift_count", Integer.class)),
                        moment(row, "licences_expire_at"),
                        row.getBoolean("trouble")));
    }

    private static @Nullable OffsetDateTime time(Optional<Instant> moment) {
        return moment.map(at -> at.atOffset(UTC)).orElse(null);
    }

    private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
        @Nullable OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return Optional.ofNullable(moment).map(OffsetDateTime::toInstant);
    }

    record Line(TenantId tenant, Overview overview) {}

    /** Where a page begins. */
    record Place(long tenant, UUID company) {

        static final Place START = new Place(-1, new UUID(0, 0));
    }
}
