package io.tilth.access;

import io.tilth.ServerTest;
import io.tilth.kernel.Right;
import io.tilth.kernel.TenantId;
import io.tilth.kernel.TenantRegistry;
import io.tilth.kernel.TenantVisits;
import io.tilth.tenancy.Tenants;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.TestPropertySource;

/** The whole server with a clock that tests move, behind a proxy that says who is calling. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ServerTest
@TestPropertySource(properties = "tilth.proxies=127.0.0.1,0:0:0:0:0:0:0:1")
@Import(AccessTest.Kit.class)
public @interface AccessTest {

    @TestConfiguration(proxyBeanMethods = false)
    class Kit {

        @Bean
        @Primary
        MovableClock movableClock() {
            return new MovableClock();
        }

        @Bean
        House house(Persons persons, Passwords passwords, Accounts accounts, Roles roles, TenantVisits visits) {
            return new House(persons, passwords, accounts, roles, visits);
        }

        @Bean
        Right.Catalog tenancyRights() {
            return () -> Set.of(Right.inHouse("tenant:read"), Right.inHouse("tenant:write"));
        }

        @Bean
        Register register() {
            return new Register();
        }
    }

    /** Stands for the register of tenants. */
    class Register implements Tenants, TenantRegistry {

        @Override
        public Optional<Tenant> find(TenantId id) {
            return new House(null, null, null, null, null)
                    .query("select * from tenancy.tenant where id = ? and state <> 'ERASED'", id.value()).stream()
                            .findFirst()
                            .map(row -> new Tenant(
                                    id,
                                    (String) row.get("name"),
                                    (String) row.get("trade"),
                                    ZoneId.of((String) row.get("time_zone")),
                                    State.valueOf((String) row.get("state")),
                                    Instant.now(),
                                    Optional.ofNullable((String) row.get("suspended_reason"))));
        }

        @Override
        public void signedIn(TenantId id) {}

        @Override
        public List<TenantId> all() {
            return List.of(TenantId.HOUSE);
        }
    }
}
