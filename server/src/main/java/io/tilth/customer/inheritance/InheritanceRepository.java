package io.tilth.customer.inheritance;

import static java.time.ZoneOffset.UTC;

import io.tilth.directory.MemberId;
import io.tilth.kernel.Columns;
import io.tilth.kernel.TenantJdbc;
import io.tilth.wecom.CompanyId;
import io.tilth.wecom.WecomTransfers;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Repository;

@Repository
class InheritanceRepository {

    private static final int SHOWN = 200;

    private final TenantJdbc jdbc;

    InheritanceRepository(TenantJdbc jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Inheritance one, UUID by) {
        jdbc.sql("""
                insert into customer.inheritance (tenant_id, id, company_id, kind, from_id, to_id, state, message,
                    created_by, created_at)
                values (:tenant, :id, :company, :kind, :from, :to, :state, :message, :by, :at)
                """)
                .param("id", one.id())
                .param("company", one.company().value())
                .param("kind", one.kind().name())
                .param("from", one.from().value())
                .param("to", one.to().value())
                .param("state", one.state().name())
                .param("message", one.message())
                .param("by", by)
                .param("at", one.createdAt().atOffset(UTC))
                .update();
    }

    /** The newest first. @param members from whom the reader may see any; empty for all */
    List<Inheritance> newest(Optional<Set<MemberId>> members) {
        return jdbc.sql("""
                select id, company_id, kind, from_id, to_id, state, message, created_at, effective_at, attempts
                from customer.inheritance
                where tenant_id = :tenant and (:everybodys or from_id = any (cast(:members as uuid[])))
                order by id desc
                limit :rows
                """)
                .param("everybodys", members.isEmpty())
                .param("members", Columns.of(members.orElse(Set.of()), MemberId::value))
                .param("rows", SHOWN)
                .query(InheritanceRepository::inheritance)
                .list();
    }

    Optional<Inheritance> find(UUID id) {
        return jdbc.sql("""
                select id, company_id, kind, from_id, to_id, state, message, created_at, effective_at, attempts
                from customer.inheritance
                where tenant_id = :tenant and id = :id
                """)
                .param("id", id)
                .query(InheritanceRepository::inheritance)
                .optional();
    }

    List<UUID> unfinished() {
        return jdbc.sql("""
                select id
                from customer.inheritance
                where tenant_id = :tenant and state in ('STARTING', 'WAITING')
                """).query(UUID.class).list();
    }

    void come(UUID id, Inheritance.State state, Optional<Instant> effectiveAt) {
        jdbc.sql("""
                update customer.inheritance
                set state = :state, effective_at = coalesce(:effective, effective_at), attempts = 0, reason = null
                where tenant_id = :tenant and id = :id
                """)
                .param("id", id)
                .param("state", state.name())
                .param("effective", effectiveAt.map(at -> at.atOffset(UTC)).orElse(null))
                .update();
    }

    void stumble(UUID id, String reason) {
        jdbc.sql("""
                update customer.inheritance
                set attempts = attempts + 1, reason = :reason
                where tenant_id = :tenant and id = :id
                """).param("id", id).param("reason", reason).update();
    }

    private static Inheritance inheritance(ResultSet row, int index) throws SQLException {
        return new Inheritance(
                row.getObject("id", UUID.class),
                new CompanyId(row.getObject("company_id", UUID.class)),
                WecomTransfers.Kind.valueOf(row.getString("kind")),
                new MemberId(row.getObject("from_id", UUID.class)),
                new MemberId(row.getObject("to_id", UUID.class)),
                Inheritance.State.valueOf(row.getString("state")),
                row.getString("message"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("effective_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                row.getInt("attempts"));
    }
}
