package io.tilth.wecom.connect;

import static java.time.ZoneOffset.UTC;

import io.tilth.kernel.Secrets;
import io.tilth.kernel.TenantJdbc;
import io.tilth.kernel.TenantScope;
import io.tilth.wecom.Company;
import io.tilth.wecom.CompanyId;
import io.tilth.wecom.connect.ConnectedCompany.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

@Repository
class ConnectRepository {

    private final TenantJdbc jdbc;
    private final Secrets secrets;

    ConnectRepository(TenantJdbc jdbc, Secrets secrets) {
        this.jdbc = jdbc;
        this.secrets = secrets;
    }

    List<ConnectedCompany> all() {
        return jdbc.sql("""
                select id, name, corp_id, kind, agent_id, state, domain, created_at, connected_at, version
                from wecom.company
                where tenant_id = :tenant
                order by created_at, id
                """).query(ConnectRepository::company).list();
    }

    Optional<ConnectedCompany> find(CompanyId id) {
        return jdbc.sql("""
                select id, name, corp_id, kind, agent_id, state, domain, created_at, connected_at, version
                from wecom.company
                where tenant_id = :tenant and id = :id
                """)
                .param("id", id.value())
                .query(ConnectRepository::company)
                .optional();
    }

    /** The company about to be changed; nobody else changes it until the transaction ends. */
    Optional<ConnectedCompany> hold(CompanyId id) {
        return jdbc.sql("""
                select id, name, corp_id, kind, agent_id, state, domain, created_at, connected_at, version
                from wecom.company
                where tenant_id = :tenant and id = :id
                for no key update
                """)
                .param("id", id.value())
                .query(ConnectRepository::company)
                .optional();
    }

    Optional<CompanyId> findByCorp(String corpId, Company.Kind kind) {
        return jdbc.sql("""
                select id
                from wecom.company
                where tenant_id = :tenant and corp_id = :corp and kind = :kind
                """)
                .param("corp", corpId)
                .param("kind", kind.name())
                .query(UUID.class)
                .optional()
                .map(CompanyId::new);
    }

    /** Those whose secret WeCom has refused lately. */
    Set<CompanyId> refused() {
        return jdbc.sql("""
                select company_id
                from wecom.app_token
                where tenant_id = :tenant and failed_at is not null
                """).query(UUID.class).stream().map(CompanyId::new).collect(Collectors.toSet());
    }

    void insert(ConnectedCompany company, String secret) {
        values(jdbc.sql("""
                insert into wecom.company (tenant_id, id, name, corp_id, kind, agent_id, state, secret_sealed, domain,
                    created_at, connected_at, version)
                values (:tenant, :id, :name, :corp, :kind, :agent, :state, :secret, :domain,
                    :createdAt, :connectedAt, :version)
                """), company)
                .param("corp", company.corpId())
                .param("kind", company.kind().name())
                .param("createdAt", company.createdAt().atOffset(UTC))
                .param("secret", seal(secret))
                .update();
    }

    void keepSince(CompanyId id, Instant since) {
        jdbc.sql("update wecom.company set kept_since = :since where tenant_id = :tenant and id = :id")
                .param("id", id.value())
                .param("since", since.atOffset(UTC))
                .update();
    }

    void update(ConnectedCompany company) {
        values(jdbc.sql("""
                update wecom.company
                set name = :name, agent_id = :agent, state = :state, domain = :domain, connected_at = :connectedAt,
                    version = :version
                where tenant_id = :tenant and id = :id
                """), company).update();
    }

    void updateSecret(CompanyId id, String secret) {
        jdbc.sql("""
                update wecom.company
                set secret_sealed = :secret
                where tenant_id = :tenant and id = :id
                """).param("id", id.value()).param("secret", seal(secret)).update();
    }

    private byte[] seal(String secret) {
        return secrets.seal(TenantScope.current(), secret);
    }

    private static StatementSpec values(StatementSpec statement, ConnectedCompany company) {
        return statement
                .param("id", company.id().value())
                .param("name", company.name())
                .param("agent", company.agentId())
                .param("state", company.state().name())
                .param("domain", company.domain().orElse(null))
                .param(
                        "connectedAt",
                        company.connectedAt().map(at -> at.atOffset(UTC)).orElse(null))
                .param("version", company.version());
    }

    private static ConnectedCompany company(ResultSet row, int index) throws SQLException {
        return new ConnectedCompany(
                new CompanyId(row.getObject("id", UUID.class)),
                row.getString("name"),
                row.getString("corp_id"),
                Company.Kind.valueOf(row.getString("kind")),
                row.getInt("agent_id"),
                State.valueOf(row.getString("state")),
                Optional.ofNullable(row.getString("domain")),
                moment(row, "created_at").orElseThrow(),
                moment(row, "connected_at"),
                row.getInt("version"));
    }

    private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
        @Nullable OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return Optional.ofNullable(moment).map(OffsetDateTime::toInstant);
    }
}
