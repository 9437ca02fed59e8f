package io.tilth.kernel.idempotency;

import io.tilth.kernel.Secrets;
import io.tilth.kernel.TenantJdbc;
import io.tilth.kernel.TenantScope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

@Repository
class IdempotentAnswerRepository {

    private final TenantJdbc jdbc;
    private final Secrets secrets;
    private final Clock clock;

    IdempotentAnswerRepository(TenantJdbc jdbc, Secrets secrets, Clock clock) {
        this.jdbc = jdbc;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** Takes the key; waits while another request holds it, and is false once that one has committed. */
    boolean claim(IdempotencyKey key) {
        return of(key, """
                insert into kernel.idempotent_answer (tenant_id, caller, key, fingerprint, status, body, at)
                values (:tenant, :caller, :key, :fingerprint, 0, '', :at)
                on conflict do nothing
                """)
                        .param("fingerprint", key.fingerprint())
                        .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    void keep(IdempotencyKey key, StoredAnswer answer) {
        of(key, """
                update kernel.idempotent_answer
                set status = :status, content_type = :contentType, body = :body
                where tenant_id = :tenant and caller = :caller and key = :key
                """)
                .param("status", answer.status())
                .param("contentType", answer.contentType().orElse(null))
                // An answer may hold a key or a link that is shown once, so it lies here sealed.
                .param("body", secrets.seal(TenantScope.current(), answer.body()))
                .update();
    }

    Optional<StoredAnswer> find(IdempotencyKey key) {
        return of(key, """
                select fingerprint, status, content_type, body
                from kernel.idempotent_answer
                where tenant_id = :tenant and caller = :caller and key = :key
                """).query(this::answer).optional();
    }

    int forgetOlderThan(Duration age) {
        return jdbc.sql("delete from kernel.idempotent_answer where tenant_id = :tenant and at < :before")
                .param("before", clock.instant().minus(age).atOffset(ZoneOffset.UTC))
                .update();
    }

    private StatementSpec of(IdempotencyKey key, String statement) {
        return jdbc.sql(statement).param("caller", key.caller()).param("key", key.key());
    }

    private StoredAnswer answer(ResultSet row, int index) throws SQLException {
        return new StoredAnswer(
                row.getBytes("fingerprint"),
                row.getInt("status"),
                Optional.ofNullable(row.getString("content_type")),
                secrets.open(TenantScope.current(), row.getBytes("body")));
    }
}
