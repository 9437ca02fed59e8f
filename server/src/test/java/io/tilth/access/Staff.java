package io.tilth.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tilth.kernel.TenantId;
import io.tilth.kernel.TenantJdbc;
import io.tilth.kernel.TenantScope;
import java.util.Locale;
import java.util.UUID;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Opens companies and hires people for tests. */
@TestConfiguration(proxyBeanMethods = false)
public class Staff {

    public static final RoleId ADMIN = role(0x1);
    public static final RoleId OPERATIONS = role(0x2);
    public static final RoleId GUIDE = role(0x4);
    public static final RoleId OPERATOR = role(0x11);

    private final JdbcClient jdbc;
    private final TenantJdbc tenantJdbc;
    private final Accounts accounts;
    private final TransactionTemplate transaction;

    Staff(JdbcClient jdbc, TenantJdbc tenantJdbc, Accounts accounts, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.tenantJdbc = tenantJdbc;
        this.accounts = accounts;
        this.transaction = new TransactionTemplate(transactions);
    }

    public void open(TenantId company) {
        jdbc.sql("""
                insert into tenancy.tenant (id, name, trade, time_zone, plan, state, valid_until, created_at)
                values (:id, 'Acme', 'HOME', 'Asia/Shanghai', 'TRIAL', 'ACTIVE', now() + interval '14 days', now())
                """).param("id", company.value()).update();
    }

    public void suspend(TenantId company) {
        jdbc.sql("update tenancy.tenant set state = 'SUSPENDED', suspended_reason = 'unpaid' where id = :id")
                .param("id", company.value())
                .update();
    }

    public AccountId hire(TenantId tenant, String name, RoleId role) {
        return TenantScope.of(tenant).call(() -> accounts.open(person(tenant, name), login(name), name, role));
    }

    /** A person with a login of their own; the same name in the same tenant is the same person. */
    public PersonId person(TenantId tenant, String name) {
        var key = tenant.value() + "-" + login(name);
        var id = new PersonId(UUID.nameUUIDFromBytes(key.getBytes(UTF_8)));
        jdbc.sql("""
                insert into access.person (id, login, password_hash, created_at)
                values (:id, :login, 'none', now())
                on conflict do nothing
                """).param("id", id.value()).param("login", key).update();
        return id;
    }

    /** Runs a statement in the tenant, whoever calls. */
    public int update(TenantId tenant, String statement) {
        return TenantScope.of(tenant)
                .call(() ->
                        transaction.execute(status -> tenantJdbc.sql(statement).update()));
    }

    public <T> T single(TenantId tenant, String query, Class<T> type) {
        return TenantScope.of(tenant)
                .call(() -> transaction.execute(
                        status -> tenantJdbc.sql(query).query(type).single()));
    }

    private static String login(String name) {
        return "login-" + name.toLowerCase(Locale.ROOT).replace(' ', '-');
    }

    private static RoleId role(int number) {
        return new RoleId(new UUID(0, number));
    }
}
