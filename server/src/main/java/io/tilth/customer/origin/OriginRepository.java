package io.tilth.customer.origin;

import io.tilth.customer.CustomerId;
import io.tilth.customer.Origins.Origin;
import io.tilth.kernel.TenantJdbc;
import org.springframework.stereotype.Repository;

@Repository
class OriginRepository {

    private final TenantJdbc jdbc;

    OriginRepository(TenantJdbc jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Origin origin) {
        jdbc.sql("""
                insert into customer.origin (tenant_id, id, name)
                values (:tenant, :id, :name)
                on conflict do nothing
                """).param("id", origin.id()).param("name", origin.name()).update();
    }

    void update(Origin origin) {
        jdbc.sql("""
                update customer.origin
                set name = :name
                where tenant_id = :tenant and id = :id and name <> :name
                """).param("id", origin.id()).param("name", origin.name()).update();
    }

    void credit(CustomerId customer, Origin origin) {
        jdbc.sql("""
                update customer.customer
                set origin_id = :origin
                where tenant_id = :tenant and id = :id and origin_id is null
                """).param("id", customer.value()).param("origin", origin.id()).update();
    }

    /** The one who is gone came from somewhere, of the other nobody knows. */
    void join(CustomerId gone, CustomerId into) {
        jdbc.sql("""
                update customer.customer c
                set origin_id = gone.origin_id
                from customer.customer gone
                where c.tenant_id = :tenant and c.id = :into and c.origin_id is null
                    and gone.tenant_id = :tenant and gone.id = :gone
                """).param("into", into.value()).param("gone", gone.value()).update();
    }
}
