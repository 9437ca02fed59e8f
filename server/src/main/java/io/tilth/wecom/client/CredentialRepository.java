package io.tilth.wecom.client;

import io.tilth.kernel.Secrets;
import io.tilth.kernel.TenantJdbc;
import io.tilth.kernel.TenantScope;
import io.tilth.wecom.Company;
import io.tilth.wecom.CompanyId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Repository;

@Repository
class CredentialRepository {

    private final TenantJdbc jdbc;
    private final Secrets secrets;

    CredentialRepository(TenantJdbc jdbc, Secrets secrets) {
        this.jdbc = jdbc;
        this.secrets = secrets;
    }

    Optional<Credentials> find(CompanyId company) {
        return jdbc.sql("""
                select id, corp_id, secret_sealed, agent_id, kind, version
                from wecom.company
                where tenant_id = :tenant and id = :id
                """)
                .param("id", company.value())
                .query(this::credentials)
                .optional();
    }

    private Credentials credentials(ResultSet row, int index) throws SQLException {
        var tenant = TenantScope.current();
        return new Credentials(
                tenant,
                new CompanyId(row.getObject("id", UUID.class)),
                row.getString("corp_id"),
                secrets.open(tenant, row.getBytes("secret_sealed")),
                row.getInt("agent_id"),
                Company.Kind.valueOf(row.getString("kind")),
                row.getInt("version"));
    }
}
