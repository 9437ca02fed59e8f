package io.tilth.access.rolerule;

import io.tilth.access.RoleId;
import io.tilth.directory.DepartmentId;
import io.tilth.kernel.TenantJdbc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Repository;

@Repository
class RoleRuleRepository {

    private final TenantJdbc jdbc;

    RoleRuleRepository(TenantJdbc jdbc) {
        this.jdbc = jdbc;
    }

    /** In the order in which they are asked. */
    List<RoleRule> all() {
        return jdbc.sql("""
                select id, department_id, leads, position_has, role_id
                from access.role_rule
                where tenant_id = :tenant
                order by priority
                """).query(RoleRuleRepository::rule).list();
    }

    void deleteAll() {
        jdbc.sql("""
                delete from access.role_rule
                where tenant_id = :tenant
                """).update();
    }

    void insert(RoleRule rule, int priority) {
        jdbc.sql("""
                insert into access.role_rule (tenant_id, id, priority, department_id, leads, position_has, role_id)
                values (:tenant, :id, :priority, :department, :leads, :position, :role)
                """)
                .param("id", rule.id())
                .param("priority", priority)
                .param("department", rule.department().map(DepartmentId::value).orElse(null))
                .param("leads", rule.leads().orElse(null))
                .param("position", rule.positionHas().orElse(null))
                .param("role", rule.role().value())
                .update();
    }

    private static RoleRule rule(ResultSet row, int index) throws SQLException {
        return new RoleRule(
                row.getObject("id", UUID.class),
                Optional.ofNullable(row.getObject("department_id", UUID.class)).map(DepartmentId::new),
                Optional.ofNullable((Boolean) row.getObject("leads")),
                Optional.ofNullable(row.getString("position_has")),
                new RoleId(row.getObject("role_id", UUID.class)));
    }
}
