package io.tilth.wecom.provider;

import static java.time.ZoneOffset.UTC;

import io.tilth.kernel.GlobalJdbc;
import io.tilth.kernel.Secrets;
import io.tilth.kernel.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The ticket and the tokens of the provider's app. */
@Repository
class SuiteRepository {

    private final GlobalJdbc jdbc;
    private final Secrets secrets;

    SuiteRepository(GlobalJdbc jdbc, Secrets secrets) {
        this.jdbc = jdbc;
        this.secrets = secrets;
    }

    void keepTicket(String suite, String ticket, Instant at) {
        jdbc.sql("""
                insert into wecom.suite (suite_id, ticket_sealed, ticket_at)
                values (:suite, :ticket, :at)
                on conflict (suite_id) do update
                    set ticket_sealed = excluded.ticket_sealed, ticket_at = excluded.ticket_at
                """)
                .param("suite", suite)
                .param("ticket", secrets.seal(TenantId.HOUSE, ticket))
                .param("at", at.atOffset(UTC))
                .update();
    }

    Optional<String> ticket(String suite) {
        return jdbc.sql("select ticket_sealed from wecom.suite where suite_id = :suite")
                .param("suite", suite)
                .query(byte[].class)
                .optional()
                .map(bytes -> secrets.open(TenantId.HOUSE, bytes));
    }

    Optional<Instant> ticketAt(String suite) {
        return jdbc.sql("select ticket_at from wecom.suite where suite_id = :suite")
                .param("suite", suite)
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    /** The token's row, made if there is none; nobody else changes it until the transaction ends. */
    TokenRow hold(String suite, SuiteToken name) {
        jdbc.sql("""
                insert into wecom.suite_token (suite_id, name)
                values (:suite, :name)
                on conflict do nothing
                """).param("suite", suite).param("name", name.name()).update();
        return jdbc.sql("""
                select token_sealed, expires_at, lease_until
                from wecom.suite_token
                where suite_id = :suite and name = :name
                for no key update
                """)
                .param("suite", suite)
                .param("name", name.name())
                .query(this::row)
                .single();
    }

    void lease(String suite, SuiteToken name, UUID by, Instant until) {
        jdbc.sql("""
                update wecom.suite_token
                set lease_by = :by, lease_until = :until
                where suite_id = :suite and name = :name
                """)
                .param("suite", suite)
                .param("name", name.name())
                .param("by", by)
                .param("until", until.atOffset(UTC))
                .update();
    }

    /** Ends the lease, with a token if there is one. */
    void keep(String suite, SuiteToken name, UUID by, Optional<Held> token) {
        jdbc.sql("""
                update wecom.suite_token
                set token_sealed = :token, expires_at = :expiresAt, lease_by = null, lease_until = null
                where suite_id = :suite and name = :name and lease_by = :by
                """)
                .param("suite", suite)
                .param("name", name.name())
                .param("by", by)
                .param(
                        "token",
                        token.map(held -> secrets.seal(TenantId.HOUSE, held.text()))
                                .orElse(null))
                .param(
                        "expiresAt",
                        token.map(held -> held.expiresAt().atOffset(UTC)).orElse(null))
                .update();
    }

    private TokenRow row(ResultSet row, int index) throws SQLException {
        var sealed = row.getBytes("token_sealed");
        var expires = moment(row, "expires_at");
        Optional<Held> held = sealed == null
                ? Optional.empty()
                : expires.map(until -> new Held(secrets.open(TenantId.HOUSE, sealed), until));
        return new TokenRow(held, moment(row, "lease_until"));
    }

    private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
        @Nullable OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return Optional.ofNullable(moment).map(OffsetDateTime::toInstant);
    }

    record TokenRow(Optional<Held> held, Optional<Instant> leaseUntil) {}

    record Held(String text, Instant expiresAt) {

        @Override
        public String toString() {
            return "a token until " + expiresAt;
        }
    }
}
