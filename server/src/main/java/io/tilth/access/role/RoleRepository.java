package io.tilth.access.role;

import static java.util.stream.Collectors.toMap;

import io.tilth.access.RoleId;
import io.tilth.kernel.DataScope;
import io.tilth.kernel.TenantJdbc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Repository;

@Repository
class RoleRepository {

    private final TenantJdbc jdbc;

    RoleRepository(TenantJdbc jdbc) {
        this.jdbc = jdbc;
    }

    List<OwnRole> all() {
        return jdbc.sql("""
                select id, name, scope, masked, rights, version
                from access.role
                where tenant_id = :tenant
                order by id
                """).query(RoleRepository::role).list();
    }

    Optional<OwnRole> find(RoleId id) {
        return jdbc.sql("""
                select id, name, scope, masked, rights, version
                from access.role
                where tenant_id = :tenant and id = :id
                """).param("id", id.value()).query(RoleRepository::role).optional();
    }

    /** Keeps the role from being removed while it is being given. */
    Optional<OwnRole> findAndHold(RoleId id) {
        return jdbc.sql("""
                select id, name, scope, masked, rights, version
                from access.role
                where tenant_id = :tenant and id = :id
                for share
                """).param("id", id.value()).query(RoleRepository::role).optional();
    }

    /** Waits until nobody is giving the role. */
    Optional<OwnRole> findAndLock(RoleId id) {
        return jdbc.sql("""
                select id, name, scope, masked, rights, version
                from access.role
                where tenant_id = :tenant and id = :id
                for update
                """).param("id", id.value()).query(RoleRepository::role).optional();
    }

    /** False when the name is taken. */
    boolean insert(OwnRole role) {
        return jdbc.sql("""
                insert into access.role (tenant_id, id, name, scope, masked, rights)
                values (:tenant, :id, :name, :scope, :masked, :rights)
                on conflict (tenant_id, name) do nothing
                """)
                        .param("id", role.id().value())
                        .param("name", role.name())
                        .param("scope", role.reach().scope().name())
                        .param("masked", role.reach().masked())
                        .param("rights", rights(role))
                        .update()
                == 1;
    }

    /** False when the role has another version by now. */
    boolean update(OwnRole role) {
        return jdbc.sql("""
                update access.role
                set name = :name, scope = :scope, masked = :masked, rights = :rights, version = version + 1
                where tenant_id = :tenant and id = :id and version = :version
                """)
                        .param("id", role.id().value())
                        .param("name", role.name())
                        .param("scope", role.reach().scope().name())
                        .param("masked", role.reach().masked())
                        .param("rights", rights(role))
                        .param("version", role.version())
                        .update()
                == 1;
    }

    void delete(RoleId id) {
        jdbc.sql("""
                delete from access.role
                where tenant_id = :tenant and id = :id
                """).param("id", id.value()).update();
    }

    boolean isNameTaken(String name, RoleId except) {
        return jdbc.sql("""
                select exists (
                    select from access.role
                    where tenant_id = :tenant and name = :name and id <> :except)
                """)
                .param("name", name)
                .param("except", except.value())
                .query(Boolean.class)
                .single();
    }

    /** How many accounts hold each role; a role that nobody holds is left out. */
    Map<RoleId, Integer> holders() {
        return jdbc
                .sql("""
                select role_id, count(*) as accounts
                from access.account
                where tenant_id = :tenant
                group by role_id
                """)
                .query((row, index) -> Map.entry(role(row, "role_id"), row.getInt("accounts")))
                .list()
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** How many accounts hold the role, and how many invitations and rules would give it. */
    int users(RoleId id, Instant now) {
        return jdbc.sql("""
                select (select count(*)
                        from access.account
                        where tenant_id = :tenant and role_id = :id)
                     + (select count(*)
                        from access.link
                        where tenant_id = :tenant and role_id = :id and kind = 'INVITATION'
                            and used_at is null and expires_at > :now)
                     + (select count(*)
                        from access.role_rule
                        where tenant_id = :tenant and role_id = :id)
                """)
                .param("id", id.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }

    private static String[] rights(OwnRole role) {
        return role.reach().rights().stream().sorted().toArray(String[]::new);
    }

    private static OwnRole role(ResultSet row, int index) throws SQLException {
        return new OwnRole(
                role(row, "id"),
                row.getString("name"),
                new Reach(
                        Set.of((String[]) row.getArray("rights").getArray()),
                        DataScope.valueOf(row.getString("scope")),
                        row.getBoolean("masked")),
                row.getInt("version"));
    }

    private static RoleId role(ResultSet row, String column) throws SQLException {
        return new RoleId(row.getObject(column, UUID.class));
    }
}
