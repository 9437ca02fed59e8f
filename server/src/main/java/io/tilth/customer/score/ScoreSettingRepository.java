package io.tilth.customer.score;

import io.tilth.customer.Scores.Kind;
import io.tilth.kernel.TenantJdbc;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
class ScoreSettingRepository {

    private final TenantJdbc jdbc;
    private final JsonMapper json;

    ScoreSettingRepository(TenantJdbc jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    Optional<ScoreSetting> find() {
        return jdbc.sql("""
                select points, half_life, daily_cap, repeat_hours, high, middle, low, version
                from customer.score_setting
                where tenant_id = :tenant
                """)
                .query((row, index) -> new ScoreSetting(
                        json.readValue(row.getString("points"), new TypeReference<Map<Kind, Integer>>() {}),
                        row.getInt("half_life"),
                        row.getInt("daily_cap"),
                        row.getInt("repeat_hours"),
                        row.getInt("high"),
                        row.getInt("middle"),
                        row.getInt("low"),
                        row.getInt("version")))
                .optional();
    }

    /** False when somebody else changed it first. */
    boolean store(ScoreSetting setting) {
        if (setting.version() == 0) {
            return values(jdbc.sql("""
                    insert into customer.score_setting (tenant_id, points, half_life, daily_cap, repeat_hours, high,
                        middle, low, version)
                    values (:tenant, cast(:points as jsonb), :halfLife, :dailyCap, :repeatHours, :high, :middle, :low, 1)
                    on conflict do nothing
                    """), setting).update() == 1;
        }
        return values(jdbc.sql("""
                update customer.score_setting
                set points = cast(:points as jsonb), half_life = :halfLife, daily_cap = :dailyCap,
                    repeat_hours = :repeatHours, high = :high, middle = :middle, low = :low, version = version + 1
                where tenant_id = :tenant and version = :version
                """), setting)
                        .param("version", setting.version())
                        .update()
                == 1;
    }

    private StatementSpec values(StatementSpec statement, ScoreSetting setting) {
        return statement
                .param("points", json.writeValueAsString(setting.points()))
                .param("halfLife", setting.halfLife())
                .param("dailyCap", setting.dailyCap())
                .param("repeatHours", setting.repeatHours())
                .param("high", setting.high())
                .param("middle", setting.middle())
                .param("low", setting.low());
    }
}
