package io.tilth.customer.visitor;

import static java.time.ZoneOffset.UTC;

import io.tilth.customer.CustomerId;
import io.tilth.customer.VisitorId;
import io.tilth.customer.Visitors.Visitor;
import io.tilth.directory.MemberId;
import io.tilth.kernel.Columns;
import io.tilth.kernel.TenantJdbc;
import io.tilth.wecom.CompanyId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Repository;

@Repository
class VisitorRepository {

    private final TenantJdbc jdbc;

    VisitorRepository(TenantJdbc jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Visitor> see(byte[] hash, Instant now) {
        return jdbc.sql("""
                update customer.visitor
                set seen_at = :now
                where tenant_id = :tenant and key_hash = :hash
                returning id, customer_id, member_id, asked_at
                """)
                .param("hash", hash)
                .param("now", now.atOffset(UTC))
                .query(VisitorRepository::visitor)
                .optional();
    }

    void insert(VisitorId id, byte[] hash, Instant now) {
        jdbc.sql("""
                insert into customer.visitor (tenant_id, id, key_hash, made_at, seen_at)
                values (:tenant, :id, :hash, :now, :now)
                """)
                .param("id", id.value())
                .param("hash", hash)
                .param("now", now.atOffset(UTC))
                .update();
    }

    Map<VisitorId, Visitor> findAll(Collection<VisitorId> ids) {
        return jdbc
                .sql("""
                select id, customer_id, member_id, asked_at
                from customer.visitor
                where tenant_id = :tenant and id = any (cast(:ids as uuid[]))
                """)
                .param("ids", Columns.of(ids, VisitorId::value))
                .query(VisitorRepository::visitor)
                .list()
                .stream()
                .collect(Collectors.toMap(Visitor::id, Function.identity()));
    }

    void learn(VisitorId id, CompanyId company, Optional<String> openId, Optional<MemberId> colleague, Instant now) {
        jdbc.sql("""
                update customer.visitor
                set company_id = :company, open_id = coalesce(:open, open_id),
                    member_id = coalesce(cast(:colleague as uuid), member_id), asked_at = :now
                where tenant_id = :tenant and id = :id
                """)
                .param("id", id.value())
                .param("company", company.value())
                .param("open", openId.orElse(null))
                .param("colleague", colleague.map(MemberId::value).orElse(null))
                .param("now", now.atOffset(UTC))
                .update();
    }

    /** The device, and others of the same person, become the customer's; those that were not yet. */
    Set<VisitorId> join(VisitorId id, CustomerId customer, Instant now) {
        return jdbc
                .sql("""
                with same as (
                    select o.id
                    from customer.visitor v
                    join customer.visitor o
                        on o.tenant_id = v.tenant_id and o.company_id = v.company_id and o.open_id = v.open_id
                    where v.tenant_id = :tenant and v.id = :id and o.tenant_id = :tenant
                    union
                    select cast(:id as uuid)
                )
                update customer.visitor v
                set customer_id = :customer, known_at = :now
                from same
                where v.tenant_id = :tenant and v.id = same.id and v.customer_id is distinct from :customer
                returning v.id
                """)
                .param("id", id.value())
                .param("customer", customer.value())
                .param("now", now.atOffset(UTC))
                .query((row, index) -> new VisitorId(row.getObject("id", UUID.class)))
                .list()
                .stream()
                .collect(Collectors.toSet());
    }

    void move(CustomerId gone, CustomerId into) {
        jdbc.sql("""
                update customer.visitor
                set customer_id = :into
                where tenant_id = :tenant and customer_id = :gone
                """).param("gone", gone.value()).param("into", into.value()).update();
    }

    private static Visitor visitor(ResultSet row, int index) throws SQLException {
        return new Visitor(
                new VisitorId(row.getObject("id", UUID.class)),
                Optional.ofNullable(row.getObject("customer_id", UUID.class)).map(CustomerId::new),
                Optional.ofNullable(row.getObject("member_id", UUID.class)).map(MemberId::new),
                Optional.ofNullable(row.getObject("asked_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }
}
