package io.tilth.kernel.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.core.simple.JdbcClient;

class EmbeddedPostgresConfigurationTest {
    private final ApplicationContextRunner context = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class))
            .withUserConfiguration(EmbeddedPostgresConfiguration.class);

    @Test
    void startsOurOwnServerAndStopsItAfterThePool(@TempDir Path home) {
        context.withPropertyValues("tilth.home=" + home).run(running -> {
            var source = running.getBean(HikariDataSource.class);
            assertThat(askUser(source)).isEqualTo("tilth_app");
            assertThat(running.getBean(FlywayConnectionDetails.class).getUsername())
                    .isEqualTo("tilth_owner");
            assertThat(running.getBeanFactory().getDependentBeans("embeddedPostgres"))
                    .contains("jdbcConnectionDetails");
            assertThat(running.getBeanFactory().getDependentBeans("jdbcConnectionDetails"))
                    .contains("dataSource");
        });
        assertThat(home.resolve("data/postmaster.pid")).doesNotExist();
    }

    @Test
    void usesTheConfiguredServerAndStartsNone() {
        var database = TestDatabase.fresh();
        String[] settings = database.asProperties().entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .toArray(String[]::new);

        context.withPropertyValues(settings).run(running -> {
            assertThat(running).doesNotHaveBean(EmbeddedPostgres.class);
            assertThat(running.getBean(JdbcConnectionDetails.class).getJdbcUrl())
                    .isEqualTo(database.url());
            assertThat(askUser(running.getBean(DataSource.class))).isEqualTo("tilth_app");
        });
    }

    private static String askUser(DataSource source) {
        return JdbcClient.create(source)
                .sql("select current_user")
                .query(String.class)
                .single();
    }
}
