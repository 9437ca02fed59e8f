package io.tilth.access.me;

import io.tilth.kernel.TenantJdbc;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Repository;

@Repository
class ProfileRepository {

    private final TenantJdbc jdbc;

    ProfileRepository(TenantJdbc jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Named> find(UUID account) {
        return jdbc.sql("""
                select name, version
                from access.account
                where tenant_id = :tenant and id = :id
                """)
                .param("id", account)
                .query((row, index) -> new Named(row.getString("name"), row.getInt("version")))
                .optional();
    }

    /** False when the account was changed since that version. */
    boolean rename(UUID account, Named to) {
        return jdbc.sql("""
                update access.account
                set name = :name, version = version + 1
                where tenant_id = :tenant and id = :id and version = :version
                """)
                        .param("id", account)
                        .param("name", to.name())
                        .param("version", to.version())
                        .update()
                == 1;
    }

    record Named(String name, int version) {}
}
