package io.tilth.kernel.tenant;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Each module keeps its migrations in a folder and a history of its own; the walls come first, then the modules in the
 * order in which they build on each other.
 */
@Configuration(proxyBeanMethods = false)
class MigrationConfiguration {

    /** A test holds this order against the modules' declared dependencies. */
    static final List<String> ORDER = List.of(
            "__root",
            "kernel",
            "tenancy",
            "wecom",
            "directory",
            "access",
            "customer",
            "community",
            "content",
            "tracking",
            "messaging",
            "acquisition",
            "automation");

    @Bean
    FlywayMigrationStrategy migrateModuleByModule(JdbcConnectionDetails serving) {
        return flyway -> ORDER.forEach(module -> migrate(flyway, module, requireNonNull(serving.getUsername())));
    }

    private static void migrate(Flyway flyway, String module, String servingRole) {
        Flyway.configure()
                .configuration(flyway.getConfiguration())
                .locations("classpath:db/migration/" + module)
                .defaultSchema("migration") // of the owner alone: the serving role has no business with the histories
                .createSchemas(true)
                .table(module.replace("_", ""))
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .placeholders(Map.of("app", servingRole))
                .load()
                .migrate();
    }
}
