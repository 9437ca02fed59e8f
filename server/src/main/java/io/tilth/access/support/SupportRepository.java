package io.tilth.access.support;

import io.tilth.access.AccountId;
import io.tilth.kernel.TenantJdbc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Repository;

@Repository
class SupportRepository {

    private final TenantJdbc jdbc;

    SupportRepository(TenantJdbc jdbc) {
        this.jdbc = jdbc;
    }

    List<SupportRequest> newest(int rows) {
        return jdbc.sql("""
                select id, reason, requested_by, requested_by_name, requested_at, state, until
                from access.support_request
                where tenant_id = :tenant
                order by id desc
                limit :rows
                """)
                .param("rows", rows)
                .query(SupportRepository::request)
                .list();
    }

    Optional<SupportRequest> find(UUID id) {
        return jdbc.sql("""
                select id, reason, requested_by, requested_by_name, requested_at, state, until
                from access.support_request
                where tenant_id = :tenant and id = :id
                """).param("id", id).query(SupportRepository::request).optional();
    }

    /** Only one of several deciders at once decides. */
    Optional<SupportRequest> findAndLock(UUID id) {
        return jdbc.sql("""
                select id, reason, requested_by, requested_by_name, requested_at, state, until
                from access.support_request
                where tenant_id = :tenant and id = :id
                for update
                """).param("id", id).query(SupportRepository::request).optional();
    }

    /** What this operator asked and may still use: not decided, or allowed and not over. */
    Optional<SupportRequest> findOpen(AccountId by, Instant now) {
        return jdbc.sql("""
                select id, reason, requested_by, requested_by_name, requested_at, state, until
                from access.support_request
                where tenant_id = :tenant and requested_by = :by
                    and (state = 'ASKED' or (state = 'ALLOWED' and until > :now))
                order by id desc
                limit 1
                """)
                .param("by", by.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(SupportRepository::request)
                .optional();
    }

    void insert(SupportRequest request) {
        jdbc.sql("""
                insert into access.support_request
                    (tenant_id, id, reason, requested_by, requested_by_name, requested_at, state)
                values (:tenant, :id, :reason, :by, :byName, :at, :state)
                """)
                .param("id", request.id())
                .param("reason", request.reason())
                .param("by", request.by().value())
                .param("byName", request.byName())
                .param("at", request.at().atOffset(ZoneOffset.UTC))
                .param("state", request.state().name())
                .update();
    }

    void decide(SupportRequest request, UUID by, Instant now) {
        jdbc.sql("""
                update access.support_request
                set state = :state, until = :until, decided_by = :by, decided_at = :now
                where tenant_id = :tenant and id = :id
                """)
                .param("id", request.id())
                .param("state", request.state().name())
                .param(
                        "until",
                        request.until().map(end -> end.atOffset(ZoneOffset.UTC)).orElse(null))
                .param("by", by)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static SupportRequest request(ResultSet row, int index) throws SQLException {
        return new SupportRequest(
                row.getObject("id", UUID.class),
                row.getString("reason"),
                new AccountId(row.getObject("requested_by", UUID.class)),
                row.getString("requested_by_name"),
                row.getObject("requested_at", OffsetDateTime.class).toInstant(),
                SupportState.valueOf(row.getString("state")),
                Optional.ofNullable(row.getObject("until", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }
}
