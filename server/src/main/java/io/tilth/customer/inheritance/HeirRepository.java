package io.tilth.customer.inheritance;

import io.tilth.customer.CustomerId;
import io.tilth.directory.MemberId;
import io.tilth.kernel.Columns;
import io.tilth.kernel.TenantJdbc;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
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

    Map<CustomerId, MemberId> pending(Collection<CustomerId> customers) {
        record Row(CustomerId customer, MemberId to) {}
        return jdbc
                .sql("""
                select distinct on (item.customer_id) item.customer_id, i.to_id
                from customer.inheritance_item item
                join customer.inheritance i on i.tenant_id = item.tenant_id and i.id = item.inheritance_id
                where item.tenant_id = :tenant and item.customer_id = any (cast(:customers as uuid[]))
                    and item.state in ('QUEUED', 'WAITING')
                order by item.customer_id, i.id desc
                """)
                .param("customers", Columns.of(customers, CustomerId::value))
                .query((row, index) -> new Row(
                        new CustomerId(row.getObject("customer_id", UUID.class)),
                        new MemberId(row.getObject("to_id", UUID.class))))
                .list()
                .stream()
                .collect(Collectors.toMap(Row::customer, Row::to));
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
