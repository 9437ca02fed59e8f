package io.tilth.access.apikey;

import io.tilth.kernel.TenantJdbc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

@Repository
class ApiKeyRepository {

    private final TenantJdbc jdbc;

    ApiKeyRepository(TenantJdbc jdbc) {
        this.jdbc = jdbc;
    }

    /** The newest first. */
    List<ApiKey> newest(int rows) {
        return jdbc.sql("""
                select id, name, prefix, rights, created_at, expires_at, last_used_at, revoked_at
                from access.api_key
                where tenant_id = :tenant
                order by created_at desc, id
                limit :rows
                """).param("rows", rows).query(ApiKeyRepository::key).list();
    }

    Optional<ApiKey> find(UUID id) {
        return jdbc.sql("""
                select id, name, prefix, rights, created_at, expires_at, last_used_at, revoked_at
                from access.api_key
                where tenant_id = :tenant and id = :id
                """).param("id", id).query(ApiKeyRepository::key).optional();
    }

    Optional<byte[]> secretHash(UUID id) {
        return jdbc.sql("""
                select secret_hash
                from access.api_key
                where tenant_id = :tenant and id = :id
                """).param("id", id).query(byte[].class).optional();
    }

    void insert(ApiKey key, byte[] secretHash, UUID createdBy) {
        jdbc.sql("""
                insert into access.api_key
                    (tenant_id, id, name, prefix, secret_hash, rights, created_by, created_at, expires_at)
                values (:tenant, :id, :name, :prefix, :hash, :rights, :by, :createdAt, :expiresAt)
                """)
                .param("id", key.id())
                .param("name", key.name())
                .param("prefix", key.prefix())
                .param("hash", secretHash)
                .param("rights", key.rights().stream().sorted().toArray(String[]::new))
                .param("by", createdBy)
                .param("createdAt", key.createdAt().atOffset(ZoneOffset.UTC))
                .param("expiresAt", key.expiresAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** False when it was revoked before. */
    boolean revoke(UUID id, Instant now) {
        return jdbc.sql("""
                update access.api_key
                set revoked_at = :now
                where tenant_id = :tenant and id = :id and revoked_at is null
                """)
                        .param("id", id)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    void updateLastUsed(UUID id, Instant now) {
        jdbc.sql("""
                update access.api_key
                set last_used_at = :now
                where tenant_id = :tenant and id = :id
                """).param("id", id).param("now", now.atOffset(ZoneOffset.UTC)).update();
    }

    private static ApiKey key(ResultSet row, int index) throws SQLException {
        return new ApiKey(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("prefix"),
                Set.of((String[]) row.getArray("rights").getArray()),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                moment(row.getObject("last_used_at", OffsetDateTime.class)),
                moment(row.getObject("revoked_at", OffsetDateTime.class)));
    }

    private static Optional<Instant> moment(@Nullable OffsetDateTime time) {
        return Optional.ofNullable(time).map(OffsetDateTime::toInstant);
    }
}
