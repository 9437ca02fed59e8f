package io.tilth.customer.score;

import io.tilth.customer.CustomerId;
import io.tilth.kernel.Columns;
import io.tilth.kernel.TenantJdbc;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Repository;

/** How hot customers are, as last counted. */
@Repository
class ScoreRepository {

    private final TenantJdbc jdbc;

    ScoreRepository(TenantJdbc jdbc) {
        this.jdbc = jdbc;
    }

    /** Makes rows for these customers and holds them until the transaction ends, in one order by all. */
    void hold(Collection<CustomerId> customers) {
        var ids = Columns.of(customers, CustomerId::value);
        jdbc.sql("""
                insert into customer.score (tenant_id, customer_id, half_life, setting)
                select :tenant, c.id, 1, 0
                from customer.customer c
                where c.tenant_id = :tenant and c.id = any (cast(:customers as uuid[]))
                order by c.id
                on conflict do nothing
                """).param("customers", ids).update();
        jdbc.sql("""
                select customer_id
                from customer.score
                where tenant_id = :tenant and customer_id = any (cast(:customers as uuid[]))
                order by customer_id
                for update
                """).param("customers", ids).query(UUID.class).list();
    }

    void store(Collection<Warmth> warmths, ScoreSetting setting) {
        jdbc.sql("""
                update customer.score s
                set heat = told.heat, moved_at = told.moved, read_at = told.read, half_life = :halfLife, setting = :setting
                from unnest(cast(:customers as uuid[]), cast(:heats as double precision[]), cast(:moved as timestamptz[]),
                    cast(:read as timestamptz[])) as told (customer, heat, moved, read)
                where s.tenant_id = :tenant and s.customer_id = told.customer
                """)
                .param("customers", Columns.of(warmths, one -> one.customer().value()))
                .param("heats", Columns.of(warmths, Warmth::heat))
                .param("moved", Columns.of(warmths, Warmth::movedAt))
                .param("read", Columns.of(warmths, Warmth::readAt))
                .param("halfLife", setting.halfLife())
                .param("setting", setting.version())
                .update();
    }

    /** Of those who have any; who deleted everybody has none. */
    Map<CustomerId, Known> of(Collection<CustomerId> customers) {
        return jdbc
                .sql("""
                select s.customer_id, s.heat, s.half_life
                from customer.score s
                join customer.customer c on c.tenant_id = s.tenant_id and c.id = s.customer_id
                where s.tenant_id = :tenant and s.customer_id = any (cast(:customers as uuid[]))
                    and s.heat is not null and c.lost_at is null
                """)
                .param("customers", Columns.of(customers, CustomerId::value))
                .query((row, index) -> new Known(
                        new CustomerId(row.getObject("customer_id", UUID.class)),
                        row.getDouble("heat"),
                        row.getInt("half_life")))
                .list()
                .stream()
                .collect(Collectors.toMap(Known::customer, known -> known));
    }

    /** Some who were counted by other settings. */
    List<CustomerId> countedBefore(int setting, int most) {
        return jdbc.sql("""
                select customer_id
                from customer.score
                where tenant_id = :tenant and setting < :setting
                limit :most
                """)
                .param("setting", setting)
                .param("most", most)
                .query((row, index) -> new CustomerId(row.getObject("customer_id", UUID.class)))
                .list();
    }

    /** How many were counted by other settings. */
    int countCountedBefore(int setting) {
        return jdbc.sql("""
                select count(*)
                from customer.score
                where tenant_id = :tenant and setting < :setting
                """).param("setting", setting).query(Integer.class).single();
    }

    void delete(CustomerId customer) {
        jdbc.sql("""
                delete from customer.score
                where tenant_id = :tenant and customer_id = :customer
                """).param("customer", customer.value()).update();
    }

    record Known(CustomerId customer, double heat, int halfLife) {}

    /** @param heat empty when nothing they did has points */
    record Warmth(CustomerId customer, Optional<Double> heat, Optional<Instant> movedAt, Optional<Instant> readAt) {}
}
