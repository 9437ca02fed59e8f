package io.tilth.customer.inheritance;

import io.tilth.customer.CustomerId;
import io.tilth.directory.MemberId;
import io.tilth.kernel.TenantJdbc;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Repository;

/** Reads from the hand-overs who has whose customers now. */
@Repository
class HeirRepository {

    private final TenantJdbc jdbc;

    HeirRepository(TenantJdbc jdbc) {
        this.jdbc = jdbc;
    }

    /** By the hand-overs of this customer that nobody refused, the latest first. */
    List<MemberId> ofCustomer(MemberId left, CustomerId customer) {
        return jdbc.sql("""
                select i.to_id
                from customer.inheritance_item item
                join customer.inheritance i on i.tenant_id = item.tenant_id and i.id = item.inheritance_id
                where item.tenant_id = :tenant and item.customer_id = :customer
                    and item.state in ('QUEUED', 'WAITING', 'DONE') and i.from_id = :left
                order by i.id desc
                """)
                .param("customer", customer.value())
                .param("left", left.value())
                .query((row, index) -> new MemberId(row.getObject("to_id", UUID.class)))
                .list();
    }

    /** Whoever was given some of them, most first. */
    List<MemberId> ofMost(MemberId left) {
        return jdbc.sql("""
                select i.to_id
                from customer.inheritance i
                join customer.inheritance_item item
                    on item.tenant_id = i.tenant_id and item.inheritance_id = i.id and item.customer_id is not null
                where i.tenant_id = :tenant and i.from_id = :left and i.kind = 'RESIGNED'
                group by i.to_id
                order by count(*) desc, i.to_id
                """)
                .param("left", left.value())
                .query((row, index) -> new MemberId(row.getObject("to_id", UUID.class)))
                .list();
    }
}
