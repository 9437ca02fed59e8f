package io.tilth.acquisition.defaultwelcome;

import io.tilth.acquisition.CodeWelcome;
import io.tilth.kernel.TenantJdbc;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
class DefaultWelcomeRepository {

    private static final UUID ONE = new UUID(0, 1);

    private final TenantJdbc jdbc;
    private final JsonMapper json;

    DefaultWelcomeRepository(TenantJdbc jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    Optional<DefaultWelcome> find() {
        return jdbc.sql("""
                select welcome, version
                from acquisition.default_welcome
                where tenant_id = :tenant and id = :id
                """)
                .param("id", ONE)
                .query((row, index) -> new DefaultWelcome(
                        json.readValue(row.getString("welcome"), CodeWelcome.class), row.getInt("version")))
                .optional();
    }

    /** False when it has another version by now. */
    boolean keep(DefaultWelcome welcome) {
        return jdbc.sql("""
                insert into acquisition.default_welcome as kept (tenant_id, id, welcome, version)
                select :tenant, :id, cast(:welcome as jsonb), 1
                where :version = 0
                    or exists (select 1 from acquisition.default_welcome d where d.tenant_id = :tenant and d.id = :id)
                on conflict (tenant_id, id) do update
                set welcome = excluded.welcome, version = kept.version + 1
                where kept.tenant_id = :tenant and kept.version = :version
                """)
                        .param("id", ONE)
                        .param("welcome", json.writeValueAsString(welcome.welcome()))
                        .param("version", welcome.version())
                        .update()
                == 1;
    }
}
