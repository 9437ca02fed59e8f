package io.tilth;

import io.tilth.guard.StatementGuardConfiguration;
import io.tilth.guard.StatementGuardExtension;
import io.tilth.kernel.postgres.TestDatabase;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/**
 * Runs the whole server on a free port and the JVM's real database. Contexts with the same beans are shared, and so is
 * the database: a test that needs to be alone takes a fresh tenant, not a fresh database.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles("test")
@Import({StatementGuardConfiguration.class, IdleSchedulers.class})
@ExtendWith({StatementGuardExtension.class, Patience.class})
@ContextConfiguration(initializers = ServerTest.OnTestDatabase.class)
public @interface ServerTest {

    /** Points the server to the JVM's database. */
    class OnTestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            context.getEnvironment()
                    .getPropertySources()
                    .addFirst(new MapPropertySource(
                            "test database",
                            java.util.Map.copyOf(TestDatabase.shared().asProperties())));
        }
    }
}
