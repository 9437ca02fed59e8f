package io.tilth.tracking.alert;

import io.tilth.kernel.TenantJdbc;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
class AlertSettingRepository {

    private final TenantJdbc jdbc;
    private final JsonMapper json;

    AlertSettingRepository(TenantJdbc jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    AlertSetting get() {
        return stored().setting();
    }

    /** Version 0 is that of the usual settings, which nobody has stored. */
    Stored stored() {
        return jdbc.sql("select setting, version from tracking.alert_setting where tenant_id = :tenant")
                .query((row, index) ->
                        new Stored(json.readValue(row.getString("setting"), AlertSetting.class), row.getInt("version")))
                .optional()
                .orElse(new Stored(AlertSetting.USUAL, 0));
    }

    /** False when it has another version by now. */
    boolean put(AlertSetting setting, int version) {
        return jdbc.sql("""
                insert into tracking.alert_setting as had (tenant_id, setting, version)
                values (:tenant, cast(:setting as jsonb), :version + 1)
                on conflict (tenant_id)
                do update set setting = excluded.setting, version = excluded.version
                where had.version = :version
                """)
                        .param("setting", json.writeValueAsString(setting))
                        .param("version", version)
                        .update()
                == 1;
    }

    record Stored(AlertSetting setting, int version) {}
}
