package io.tilth.wecom.client;

import static java.time.ZoneOffset.UTC;

import io.tilth.kernel.Secrets;
import io.tilth.kernel.TenantJdbc;
import io.tilth.kernel.TenantScope;
import io.tilth.wecom.CompanyId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

@Repository
class TokenRepository {

    private final TenantJdbc jdbc;
    private final Secrets secrets;

    TokenRepository(TenantJdbc jdbc, Secrets secrets) {
        this.jdbc = jdbc;
        this.secrets = secrets;
    }

    /** The row, made if there is none; nobody else changes it until the transaction ends. */
    TokenRow hold(CompanyId company, Token.Name name) {
        of(company, name, """
                insert into wecom.app_token (tenant_id, company_id, name)
                values (:tenant, :company, :name)
                on conflict do nothing
                """).update();
        return of(company, name, """
                select token_sealed, expires_at, lease_until, failed_at, failed_code
                from wecom.app_token
                where tenant_id = :tenant and company_id = :company and name = :name
                for no key update
                """).query(this::row).single();
    }

    void lease(CompanyId company, Token.Name name, UUID by, Instant until) {
        of(company, name, """
                update wecom.app_token
                set lease_by = :by, lease_until = :until
                where tenant_id = :tenant and company_id = :company and name = :name
                """)
                .param("by", by)
                .param("until", until.atOffset(UTC))
                .update();
    }

    /** Keeps the token, unless the lease has passed to somebody else. */
    void keep(CompanyId company, Token.Name name, UUID by, Token token, Instant now) {
        of(company, name, """
                update wecom.app_token
                set token_sealed = :token, refreshed_at = :now, expires_at = :expiresAt,
                    lease_by = null, lease_until = null, failed_at = null, failed_code = null
                where tenant_id = :tenant and company_id = :company and name = :name and lease_by = :by
                """)
                .param("by", by)
                .param("token", secrets.seal(TenantScope.current(), token.text()))
                .param("now", now.atOffset(UTC))
                .param("expiresAt", token.expiresAt().atOffset(UTC))
                .update();
    }

    /** @param failedAt empty when another try may come at once */
    void release(CompanyId company, Token.Name name, UUID by, Optional<Instant> failedAt, int code) {
        of(company, name, """
                update wecom.app_token
                set lease_by = null, lease_until = null, failed_at = :failedAt, failed_code = :code
                where tenant_id = :tenant and company_id = :company and name = :name and lease_by = :by
                """)
                .param("by", by)
                .param("failedAt", failedAt.map(at -> at.atOffset(UTC)).orElse(null))
                .param("code", failedAt.isPresent() ? code : null)
                .update();
    }

    void forget(CompanyId company) {
        jdbc.sql("delete from wecom.app_token where tenant_id = :tenant and company_id = :company")
                .param("company", company.value())
                .update();
    }

    private StatementSpec of(CompanyId company, Token.Name name, String statement) {
        return jdbc.sql(statement).param("company", company.value()).param("name", name.name());
    }

    private TokenRow row(ResultSet row, int index) throws SQLException {
        var sealed = row.getBytes("token_sealed");
        var expires = moment(row, "expires_at");
        Optional<Token> token = sealed == null
                ? Optional.empty()
                : expires.map(until -> new Token(secrets.open(TenantScope.current(), sealed), until));
        return new TokenRow(
                token,
                moment(row, "lease_until"),
                moment(row, "failed_at"),
                Optional.ofNullable(row.getObject("failed_code", Integer.class)));
    }

    private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
        @Nullable OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return Optional.ofNullable(moment).map(OffsetDateTime::toInstant);
    }
}
