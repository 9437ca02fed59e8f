package io.tilth.customer.stage;

import static java.time.ZoneOffset.UTC;

import io.tilth.customer.CustomerId;
import io.tilth.customer.StageId;
import io.tilth.customer.Stages.Stage;
import io.tilth.kernel.Columns;
import io.tilth.kernel.TenantJdbc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Repository;

@Repository
class StageRepository {

    private final TenantJdbc jdbc;

    StageRepository(TenantJdbc jdbc) {
        this.jdbc = jdbc;
    }

    List<Stage> all() {
        return jdbc.sql("""
                select id, name
                from customer.stage
                where tenant_id = :tenant
                order by place, id
                """).query(StageRepository::stage).list();
    }

    /** Makes the journey; false when somebody else has made it at the same moment, which this waits for. */
    boolean begin() {
        return jdbc.sql("""
                insert into customer.journey (tenant_id, version)
                values (:tenant, 1)
                on conflict do nothing
                """).update() == 1;
    }

    Optional<Integer> version() {
        return jdbc.sql("""
                select version
                from customer.journey
                where tenant_id = :tenant
                """).query(Integer.class).optional();
    }

    /** False when it has another version by now. */
    boolean raise(int version) {
        return jdbc.sql("""
                update customer.journey
                set version = version + 1
                where tenant_id = :tenant and version = :version
                """).param("version", version).update() == 1;
    }

    /** In this order from now on. */
    void store(List<Stage> stages) {
        jdbc.sql("""
                insert into customer.stage (tenant_id, id, name, place)
                select :tenant, told.id, told.name, told.place
                from unnest(cast(:ids as uuid[]), cast(:names as text[]), cast(:places as int[])) as told (id, name, place)
                on conflict (tenant_id, id)
                do update set name = excluded.name, place = excluded.place
                """)
                .param("ids", Columns.of(stages, one -> one.id().value()))
                .param("names", Columns.of(stages, Stage::name))
                .param(
                        "places",
                        Columns.of(IntStream.range(0, stages.size()).boxed().toList(), place -> place))
                .update();
    }

    void delete(StageId stage) {
        jdbc.sql("""
                delete from customer.stage
                where tenant_id = :tenant and id = :id
                """).param("id", stage.value()).update();
    }

    Map<StageId, Integer> customers() {
        record Row(StageId id, int customers) {}
        return jdbc
                .sql("""
                select stage_id, count(*) as customers
                from customer.customer
                where tenant_id = :tenant and stage_id is not null
                group by stage_id
                """)
                .query((row, index) ->
                        new Row(new StageId(row.getObject("stage_id", UUID.class)), row.getInt("customers")))
                .list()
                .stream()
                .collect(Collectors.toMap(Row::id, Row::customers));
    }

    void moveAll(StageId from, StageId to) {
        jdbc.sql("""
                update customer.customer
                set stage_id = :to
                where tenant_id = :tenant and stage_id = :from
                """).param("from", from.value()).param("to", to.value()).update();
    }

    /** Those who stood elsewhere, and where. */
    Map<CustomerId, Optional<String>> move(Collection<CustomerId> customers, StageId stage, Instant at) {
        record Row(CustomerId id, Optional<String> from) {}
        return jdbc
                .sql("""
                with before as (
                    select c.id, s.name
                    from customer.customer c
                    left join customer.stage s on s.tenant_id = c.tenant_id and s.id = c.stage_id
                    where c.tenant_id = :tenant and c.id = any (cast(:customers as uuid[]))
                        and c.stage_id is distinct from :stage
                    order by c.id
                    for update of c
                )
                update customer.customer c
                set stage_id = :stage, staged_at = :at
                from before
                where c.tenant_id = :tenant and c.id = before.id
                returning c.id, before.name
                """)
                .param("customers", Columns.of(customers, CustomerId::value))
                .param("stage", stage.value())
                .param("at", at.atOffset(UTC))
                .query((row, index) -> new Row(
                        new CustomerId(row.getObject("id", UUID.class)), Optional.ofNullable(row.getString("name"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Row::id, Row::from));
    }

    Map<CustomerId, Stage> of(Collection<CustomerId> customers) {
        record Row(CustomerId customer, Stage stage) {}
        return jdbc
                .sql("""
                select c.id as customer_id, s.id, s.name
                from customer.customer c
                join customer.stage s on s.tenant_id = c.tenant_id and s.id = c.stage_id
                where c.tenant_id = :tenant and c.id = any (cast(:customers as uuid[]))
                """)
                .param("customers", Columns.of(customers, CustomerId::value))
                .query((row, index) ->
                        new Row(new CustomerId(row.getObject("customer_id", UUID.class)), stage(row, index)))
                .list()
                .stream()
                .collect(Collectors.toMap(Row::customer, Row::stage));
    }

    /** The one who is gone stood somewhere, the other nowhere yet: they stand there now. */
    void join(CustomerId gone, CustomerId into) {
        jdbc.sql("""
                update customer.customer c
                set stage_id = gone.stage_id, staged_at = gone.staged_at
                from customer.customer gone
                where c.tenant_id = :tenant and c.id = :into and c.stage_id is null
                    and gone.tenant_id = :tenant and gone.id = :gone
                """).param("into", into.value()).param("gone", gone.value()).update();
    }

    private static Stage stage(ResultSet row, int index) throws SQLException {
        return new Stage(new StageId(row.getObject("id", UUID.class)), row.getString("name"));
    }
}
