package io.tilth.customer.inheritance;

import io.tilth.customer.CustomerId;
import io.tilth.directory.MemberId;
import io.tilth.kernel.TenantJdbc;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Repository;

@Repository
class HeirRepository {

    private final TenantJdbc jdbc;

    HeirRepository(TenantJdbc jdbc) {
        this.jdbc = jdbc;
    }

    /** Of the latest hand-over that did not come to nothing. */
    Optional<MemberId> find(MemberId from, CustomerId customer) {
        return jdbc.sql("""
                select n.to_id
                from customer.inheritance_item i
                join customer.inheritance n on n.tenant_id = i.tenant_id and n.id = i.inheritance_id
                where i.tenant_id = :tenant and i.customer_id = :customer and n.from_id = :from
                    and i.state in ('QUEUED', 'WAITING', 'DONE')
                order by n.created_at desc
                limit 1
                """)
                .param("customer", customer.value())
                .param("from", from.value())
                .query((row, index) -> new MemberId(row.getObject("to_id", UUID.class)))
                .optional();
    }
}
