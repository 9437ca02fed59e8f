package io.tilth.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.mockito.Mockito.when;

import io.tilth.kernel.Right;
import io.tilth.kernel.TenantId;
import io.tilth.kernel.TenantJdbc;
import io.tilth.kernel.TenantScope;
import io.tilth.tenancy.Tenants;
import io.tilth.tenancy.Tenants.State;
import io.tilth.tenancy.Tenants.Tenant;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
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
    private final Tenants tenants;
    private final TransactionTemplate transaction;

    Staff(
            JdbcClient jdbc,
            TenantJdbc tenantJdbc,
            Accounts accounts,
            Tenants tenants,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.tenantJdbc = tenantJdbc;
        this.accounts = accounts;
        this.tenants = tenants;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** The rights of the module next door, as far as roles here name them. */
    @Bean
    static Right.Catalog rightsOfTheHouse() {
        return () -> Set.of(
                Right.inHouse("tenant:read"),
                Right.inHouse("tenant:write"),
                Right.inCompany("company:read"),
                Right.inCompany("company:write"),
                Right.inCompany("company:export"));
    }

    public void open(TenantId company) {
        jdbc.sql("""
                insert into tenancy.tenant (id, name, trade, time_zone, plan, state, valid_until, created_at)
                values (:id, 'Acme', 'HOME', 'Asia/Shanghai', 'TRIAL', 'ACTIVE', 'infinity', now())
                """).param("id", company.value()).update();
        is(company, State.ACTIVE);
    }

    public void is(TenantId company, State state) {
        var reason = state == State.SUSPENDED ? Optional.of("unpaid") : Optional.<String>empty();
        when(tenants.find(company))
                .thenReturn(Optional.of(
                        new Tenant(company, "Acme", "HOME", ZoneId.of("Asia/Shanghai"), state, Instant.MAX, reason)));
    }

    public AccountId hire(TenantId tenant, String name, RoleId role) {
        return TenantScope.of(tenant).call(() -> accounts.open(person(name), login(name), name, role));
    }

    /** A person with a login of their own; the same name is the same person. */
    public PersonId person(String name) {
        var id = new PersonId(UUID.nameUUIDFromBytes(name.getBytes(UTF_8)));
        jdbc.sql("""
                insert into access.person (id, login, password_hash, created_at)
                values (:id, :login, 'none', now())
                on conflict do nothing
                """).param("id", id.value()).param("login", login(name)).update();
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
        return "login-" + name.toLowerCase(java.util.Locale.ROOT).replace(' ', '-');
    }

    private static RoleId role(int number) {
        return new RoleId(new UUID(0, number));
    }
}
