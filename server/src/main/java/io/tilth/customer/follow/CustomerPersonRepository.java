package io.tilth.customer.follow;

import io.tilth.customer.CustomerId;
import io.tilth.kernel.Columns;
import io.tilth.kernel.TenantJdbc;
import io.tilth.wecom.CompanyId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** The persons behind identities. */
@Repository
class CustomerPersonRepository {

    private final TenantJdbc jdbc;

    CustomerPersonRepository(TenantJdbc jdbc) {
        this.jdbc = jdbc;
    }

    List<Person> find(Collection<CustomerId> ids) {
        return jdbc.sql("""
                select id, union_id, name, avatar, type, gender, corp_name, position
                from customer.customer
                where tenant_id = :tenant and id = any (cast(:ids as uuid[]))
                """)
                .param("ids", Columns.of(ids, CustomerId::value))
                .query(CustomerPersonRepository::person)
                .list();
    }

    List<Person> byUnion(Collection<String> unionIds) {
        return jdbc.sql("""
                select id, union_id, name, avatar, type, gender, corp_name, position
                from customer.customer
                where tenant_id = :tenant and union_id = any (:unions)
                """)
                .param("unions", unionIds.toArray(String[]::new))
                .query(CustomerPersonRepository::person)
                .list();
    }

    void insert(Collection<Person> persons) {
        values(jdbc.sql("""
                insert into customer.customer (tenant_id, id, union_id, name, avatar, type, gender, corp_name, position)
                select :tenant, told.id, told.union_id, told.name, told.avatar, told.type, told.gender, told.corp_name,
                    told.position
                from unnest(cast(:ids as uuid[]), cast(:unions as text[]), cast(:names as text[]),
                    cast(:avatars as text[]), cast(:types as int[]), cast(:genders as int[]), cast(:corps as text[]),
                    cast(:positions as text[]))
                    as told (id, union_id, name, avatar, type, gender, corp_name, position)
                """), persons).update();
    }

    void update(Collection<Person> persons) {
        values(jdbc.sql("""
                update customer.customer c
                set union_id = told.union_id, name = told.name, avatar = told.avatar, type = told.type,
                    gender = told.gender, corp_name = told.corp_name, position = told.position
                from unnest(cast(:ids as uuid[]), cast(:unions as text[]), cast(:names as text[]),
                    cast(:avatars as text[]), cast(:types as int[]), cast(:genders as int[]), cast(:corps as text[]),
                    cast(:positions as text[]))
                    as told (id, union_id, name, avatar, type, gender, corp_name, position)
                where c.tenant_id = :tenant and c.id = told.id
                """), persons).update();
    }

    /** Nobody has an identity of theirs any more, for somebody else made that first. */
    void deleteUnused(Collection<CustomerId> ids) {
        jdbc.sql("""
                delete from customer.customer c
                where c.tenant_id = :tenant and c.id = any (cast(:ids as uuid[]))
                    and not exists (
                        select 1
                        from customer.identity i
                        where i.tenant_id = :tenant and i.customer_id = c.id)
                """).param("ids", Columns.of(ids, CustomerId::value)).update();
    }

    /** One person turned out to be another: what was theirs in this room becomes the other's. */
    void join(CustomerId person, CustomerId into) {
        for (var moved : List.of(
                "update customer.identity set customer_id = :into where tenant_id = :tenant and customer_id = :id",
                "update customer.follow set customer_id = :into where tenant_id = :tenant and customer_id = :id",
                "update customer.interaction set customer_id = :into where tenant_id = :tenant and customer_id = :id",
                "update customer.joined set customer_id = :into where tenant_id = :tenant and customer_id = :id",
                "insert into customer.joined (tenant_id, id, customer_id) values (:tenant, :id, :into)")) {
            jdbc.sql(moved)
                    .param("id", person.value())
                    .param("into", into.value())
                    .update();
        }
    }

    void delete(CustomerId person) {
        jdbc.sql("delete from customer.customer where tenant_id = :tenant and id = :id")
                .param("id", person.value())
                .update();
    }

    /** What follows say of customers: when the first began, in whole seconds, whether any lasts, and whether that was before us. */
    void refresh(CompanyId company, Collection<CustomerId> ids) {
        jdbc.sql("""
                update customer.customer c
                set added_at = f.added_at, lost_at = f.lost_at,
                    existing = coalesce(f.added_at < (
                        select min(date_trunc('second', s.started_at))
                        from wecom.first_sync s
                        where s.tenant_id = :tenant and s.company_id = :company), c.existing)
                from (
                    select customer_id, min(created_at) as added_at,
                        case when bool_or(state = 'ACTIVE') then null else max(ended_at) end as lost_at
                    from customer.follow
                    where tenant_id = :tenant and customer_id = any (cast(:ids as uuid[]))
                    group by customer_id) f
                where c.tenant_id = :tenant and c.id = f.customer_id
                    and (c.added_at is distinct from f.added_at or c.lost_at is distinct from f.lost_at)
                """)
                .param("company", company.value())
                .param("ids", Columns.of(ids, CustomerId::value))
                .update();
    }

    /** Where an id that was once given out leads now. */
    Map<CustomerId, CustomerId> joined(Collection<CustomerId> ids) {
        record Pair(CustomerId id, CustomerId into) {}
        return jdbc
                .sql("""
                select id, customer_id
                from customer.joined
                where tenant_id = :tenant and id = any (cast(:ids as uuid[]))
                """)
                .param("ids", Columns.of(ids, CustomerId::value))
                .query((row, index) -> new Pair(
                        new CustomerId(row.getObject("id", UUID.class)),
                        new CustomerId(row.getObject("customer_id", UUID.class))))
                .list()
                .stream()
                .collect(Collectors.toMap(Pair::id, Pair::into));
    }

    private static StatementSpec values(StatementSpec statement, Collection<Person> persons) {
        return statement
                .param("ids", Columns.of(persons, one -> one.id().value()))
                .param("unions", Columns.of(persons, Person::unionId))
                .param("names", Columns.of(persons, Person::name))
                .param("avatars", Columns.of(persons, Person::avatar))
                .param("types", Columns.of(persons, Person::type))
                .param("genders", Columns.of(persons, Person::gender))
                .param("corps", Columns.of(persons, Person::corpName))
                .param("positions", Columns.of(persons, Person::position));
    }

    private static Person person(ResultSet row, int index) throws SQLException {
        return new Person(
                new CustomerId(row.getObject("id", UUID.class)),
                Optional.ofNullable(row.getString("union_id")),
                row.getString("name"),
                Optional.ofNullable(row.getString("avatar")),
                row.getInt("type"),
                row.getInt("gender"),
                Optional.ofNullable(row.getString("corp_name")),
                Optional.ofNullable(row.getString("position")));
    }
}
