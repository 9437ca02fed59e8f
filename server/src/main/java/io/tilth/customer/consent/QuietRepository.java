package io.tilth.customer.consent;

import io.tilth.customer.CustomerId;
import io.tilth.customer.VisitorId;
import io.tilth.directory.MemberId;
import io.tilth.kernel.Columns;
import io.tilth.kernel.TenantJdbc;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

@Repository
class QuietRepository {

    private final TenantJdbc jdbc;

    QuietRepository(TenantJdbc jdbc) {
        this.jdbc = jdbc;
    }

    Set<CustomerId> among(Collection<CustomerId> customers) {
        return jdbc.sql("""
                select customer_id
                from customer.quiet
                where tenant_id = :tenant and customer_id = any (cast(:customers as uuid[]))
                """)
                .param("customers", Columns.of(customers, CustomerId::value))
                .query((row, index) -> new CustomerId(row.getObject("customer_id", UUID.class)))
                .set();
    }

    Optional<Quiet> find(CustomerId customer) {
        return jdbc.sql("""
                select asked_at, member_id
                from customer.quiet
                where tenant_id = :tenant and customer_id = :customer
                """)
                .param("customer", customer.value())
                .query((row, index) -> {
                    @Nullable UUID member = row.getObject("member_id", UUID.class);
                    return new Quiet(
                            row.getTimestamp("asked_at").toInstant(),
                            Optional.ofNullable(member).map(MemberId::new));
                })
                .optional();
    }

    /** False when they had asked before. */
    boolean begin(CustomerId customer, Optional<MemberId> member, Instant at) {
        return jdbc.sql("""
                insert into customer.quiet (tenant_id, customer_id, member_id, asked_at)
                select :tenant, c.id, :member, :at
                from customer.customer c
                where c.tenant_id = :tenant and c.id = :customer
                on conflict do nothing
                """)
                        .param("customer", customer.value())
                        .param("member", member.map(MemberId::value).orElse(null))
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    boolean end(CustomerId customer) {
        return jdbc.sql("""
                delete from customer.quiet
                where tenant_id = :tenant and customer_id = :customer
                """).param("customer", customer.value()).update() == 1;
    }

    boolean isQuiet(Collection<VisitorId> visitors) {
        return jdbc.sql("""
                select exists (
                    select 1
                    from customer.quiet_visitor
                    where tenant_id = :tenant and visitor_id = any (cast(:visitors as uuid[])))
                """)
                .param("visitors", Columns.of(visitors, VisitorId::value))
                .query(Boolean.class)
                .single();
    }

    void begin(VisitorId visitor, Instant at) {
        jdbc.sql("""
                insert into customer.quiet_visitor (tenant_id, visitor_id, asked_at)
                values (:tenant, :visitor, :at)
                on conflict do nothing
                """)
                .param("visitor", visitor.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    void end(VisitorId visitor) {
        jdbc.sql("""
                delete from customer.quiet_visitor
                where tenant_id = :tenant and visitor_id = :visitor
                """).param("visitor", visitor.value()).update();
    }

    /** @param member who noted it; empty when the customer asked themselves */
    record Quiet(Instant since, Optional<MemberId> member) {}
}
