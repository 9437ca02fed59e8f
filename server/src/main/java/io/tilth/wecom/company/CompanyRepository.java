package io.tilth.wecom.company;

import io.tilth.kernel.TenantJdbc;
import io.tilth.wecom.Company;
import io.tilth.wecom.CompanyId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Repository;

@Repository
class CompanyRepository {

    private final TenantJdbc jdbc;

    CompanyRepository(TenantJdbc jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Company> find(CompanyId id) {
        return jdbc.sql("""
                select id, name, corp_id, kind, agent_id
                from wecom.company
                where tenant_id = :tenant and id = :id
                """)
                .param("id", id.value())
                .query(CompanyRepository::company)
                .optional();
    }

    List<Company> connected() {
        return jdbc.sql("""
                select id, name, corp_id, kind, agent_id
                from wecom.company
                where tenant_id = :tenant and state = 'CONNECTED'
                order by connected_at, id
                """).query(CompanyRepository::company).list();
    }

    private static Company company(ResultSet row, int index) throws SQLException {
        return new Company(
                new CompanyId(row.getObject("id", UUID.class)),
                row.getString("name"),
                row.getString("corp_id"),
                Company.Kind.valueOf(row.getString("kind")),
                row.getInt("agent_id"));
    }
}
