package io.tilth.kernel.postgres;

import io.tilth.kernel.postgres.EmbeddedPostgres.Settings;
import java.nio.file.Path;
import java.util.Objects;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.NoneNestedConditions;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/** Tells Spring where the database is: the configured one, or else our own, which it then starts and stops. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseProperties.class)
class EmbeddedPostgresConfiguration {

    /** The pool takes its address from these beans, so Spring closes it before it stops the server. */
    @Configuration(proxyBeanMethods = false)
    @Conditional(NoExternalDatabase.class)
    static class Embedded {

        @Bean(destroyMethod = "stop")
        EmbeddedPostgres embeddedPostgres(@Value("${tilth.home:.tilth}") Path home, DatabaseProperties properties) {
            var settings = new Settings(home, properties.port());
            return properties.join() ? EmbeddedPostgres.startOrJoin(settings) : EmbeddedPostgres.start(settings);
        }

        @Bean
        JdbcConnectionDetails jdbcConnectionDetails(EmbeddedPostgres postgres) {
            return new DatabaseAccess(
                            postgres.url(), Roles.APP, postgres.passwords().app())
                    .forTheServer();
        }

        @Bean
        FlywayConnectionDetails flywayConnectionDetails(EmbeddedPostgres postgres) {
            return new DatabaseAccess(
                            postgres.url(), Roles.OWNER, postgres.passwords().owner())
                    .forMigrations();
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty("tilth.database.url")
    static class External {

        @Bean
        JdbcConnectionDetails jdbcConnectionDetails(DatabaseProperties properties) {
            return new DatabaseAccess(url(properties), properties.user(), properties.password()).forTheServer();
        }

        @Bean
        FlywayConnectionDetails flywayConnectionDetails(DatabaseProperties properties) {
            return new DatabaseAccess(url(properties), properties.ownerUser(), properties.ownerPassword())
                    .forMigrations();
        }

        private static String url(DatabaseProperties properties) {
            return Objects.requireNonNull(properties.url());
        }
    }

    static class NoExternalDatabase extends NoneNestedConditions {

        NoExternalDatabase() {
            super(ConfigurationPhase.PARSE_CONFIGURATION);
        }

        @ConditionalOnProperty("tilth.database.url")
        static class UrlIsSet {}
    }
}
