package io.tilth.access;

import io.tilth.access.Persons.PasswordHash;
import io.tilth.access.Persons.Person;
import io.tilth.kernel.TenantId;
import io.tilth.kernel.TenantVisits;
import io.tilth.kernel.postgres.TestDatabase;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Furnishes tests: fresh companies, their people, and a look into the database past every wall. */
public class House {

    public static final String PASSWORD = "correct horse battery";

    private final Persons persons;
    private final PasswordHash hash;
    private final Accounts accounts;
    private final Roles roles;
    private final TenantVisits visits;

    House(Persons persons, Passwords passwords, Accounts accounts, Roles roles, TenantVisits visits) {
        this.persons = persons;
        this.hash = passwords.hash("somebody", PASSWORD);
        this.accounts = accounts;
        this.roles = roles;
        this.visits = visits;
    }

    public TenantId company(String name) {
        var id = (long)
                query("select nextval('tenancy.tenant_id') as id").getFirst().get("id");
        update("""
                insert into tenancy.tenant (id, name, trade, time_zone, plan, state, valid_until, created_at)
                values (?, ?, 'HOME', 'Asia/Shanghai', 'TRIAL', 'ACTIVE', now() + interval '14 days', now())
                """, id, name);
        return new TenantId(id);
    }

    public void suspend(TenantId tenant, String reason) {
        update(
                "update tenancy.tenant set state = 'SUSPENDED', suspended_reason = ? where id = ?",
                reason,
                tenant.value());
    }

    /** Somebody with a login of their own, who works in these tenants as their administrator. */
    public Person administrator(TenantId... places) {
        var person = somebody(places[0], "Lin", roles::administrator);
        Stream.of(places).skip(1).forEach(place -> join(place, person));
        return person;
    }

    /** Somebody who works in the tenant as the given role. */
    public Person member(TenantId tenant, RoleId role) {
        return somebody(tenant, "Zhao", () -> role);
    }

    public AccountId join(TenantId place, Person person) {
        return in(place, () -> accounts.open(person.id(), person.login(), "Lin", roles.administrator()));
    }

    public void freeze(TenantId tenant, Person person) {
        update(
                "update access.account set state = 'FROZEN' where tenant_id = ? and person_id = ?",
                tenant.value(),
                person.id().value());
    }

    public <T> T in(TenantId tenant, Supplier<T> work) {
        return visits.system(tenant, work);
    }

    public int update(String statement, Object... values) {
        return database(jdbc -> jdbc.update(statement, values));
    }

    public List<Map<String, Object>> query(String statement, Object... values) {
        return database(jdbc -> jdbc.queryForList(statement, values));
    }

    /** In one transaction, as people are made: nobody is stored whom no tenant knows. */
    private Person somebody(TenantId tenant, String name, Supplier<RoleId> role) {
        return in(tenant, () -> {
            var person = persons.create("p-" + UUID.randomUUID() + "@example.com", hash);
            accounts.open(person.id(), person.login(), name, role.get());
            return person;
        });
    }

    private static <T> T database(java.util.function.Function<JdbcTemplate, T> work) {
        try (var connection = TestDatabase.shared().connectAsSuperuser()) {
            return work.apply(new JdbcTemplate(new SingleConnectionDataSource(connection, true)));
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
