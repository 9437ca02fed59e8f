package io.tilth.access;

import io.tilth.ServerTest;
import io.tilth.kernel.TenantVisits;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.TestPropertySource;

/** The whole server as browsers meet it: with a clock that tests move, behind a proxy that says where they are. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ServerTest
@TestPropertySource(properties = "tilth.proxies=127.0.0.1,0:0:0:0:0:0:0:1")
@Import(BrowserTest.Kit.class)
public @interface BrowserTest {

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
    }
}
