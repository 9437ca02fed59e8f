package io.tilth.kernel.tenant;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.tilth.kernel.postgres.TestDatabase;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/** Databases with all of the house's tables and no rows but the migrations' own. One is migrated per JVM, the rest are copies. */
public final class MigratedDatabase {

    private static @Nullable TestDatabase original;

    private MigratedDatabase() {}

    /** A copy to do with as one likes. */
    public static synchronized TestDatabase copy() {
        if (original == null) {
            original = TestDatabase.fresh();
            migrate(original);
        }
        return TestDatabase.cloneOf(original);
    }

    private static void migrate(TestDatabase database) {
        ((Logger) LoggerFactory.getLogger("org.flywaydb")).setLevel(Level.ERROR);
        var settings = database.asProperties();
        var flyway = Flyway.configure()
                .dataSource(
                        database.url(),
                        settings.get("tilth.database.owner-user"),
                        settings.get("tilth.database.owner-password"))
                .load();
        new MigrationConfiguration()
                .migrateModuleByModule(new ServingRole(settings.get("tilth.database.user")))
                .migrate(flyway);
    }

    private record ServingRole(String getUsername) implements JdbcConnectionDetails {

        @Override
        public String getPassword() {
            return "";
        }

        @Override
        public String getJdbcUrl() {
            return "jdbc:postgresql:";
        }
    }
}
