package io.tilth.access;

import io.tilth.access.Persons.Person;
import io.tilth.kernel.Ids;
import io.tilth.kernel.TenantId;
import io.tilth.kernel.TenantVisits;
import io.tilth.kernel.postgres.TestDatabase;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Furnishes tests: fresh companies, their people, and a look into the database past every wall. */
public class House {

    public static final String PASSWORD = "correct horse battery";

    private final Persons persons;
    private final Passwords passwords;
    private final Accounts accounts;
    private final Roles roles;
    private final TenantVisits visits;

    House(Persons persons, Passwords passwords, Accounts accounts, Roles roles, TenantVisits visits) {
        this.persons = persons;
        this.passwords = passwords;
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

    /** Somebody with a login of their own, who nobody knows yet. */
    public Person person() {
        var login = "p-" + Long.toString(Ids.next().getLeastSignificantBits() >>> 1, 36) + "@example.com";
        return in(TenantId.HOUSE, () -> persons.create(login, passwords.hash(login, PASSWORD)));
    }

    public AccountId administrator(TenantId tenant, Person person) {
        return in(tenant, () -> accounts.open(person.id(), person.login(), "Lin", roles.administrator()));
    }

    /** A person who runs a company. */
    public Person administrator(TenantId tenant) {
        var person = person();
        administrator(tenant, person);
        return person;
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

    private static <T> T database(java.util.function.Function<JdbcTemplate, T> work) {
        try (var connection = TestDatabase.shared().connectAsSuperuser()) {
            return work.apply(new JdbcTemplate(new SingleConnectionDataSource(connection, true)));
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
