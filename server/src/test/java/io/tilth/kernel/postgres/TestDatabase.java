package io.tilth.kernel.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.test.context.DynamicPropertyRegistry;

/**
 * A database for a test, on a server that the test JVM starts once and removes at its end.
 *
 * <p>Contexts take the JVM's {@link #shared() shared} database. Whoever needs one alone takes a {@link #fresh() fresh}
 * one or a {@link #cloneOf clone}, which takes about a tenth of a second.
 */
public final class TestDatabase {
    private static final EmbeddedPostgres SERVER = TestServer.start();
    private static final TestDatabase EMPTY = make("tilth_empty", "template1");
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static @Nullable TestDatabase shared;
    private static @Nullable TestDatabase template;

    private final String name;

    private TestDatabase(String name) {
        this.name = name;
    }

    /** The one database that all Spring contexts of this JVM share. */
    public static synchronized TestDatabase shared() {
        if (shared == null) {
            shared = new TestDatabase(Roles.DATABASE);
        }
        return shared;
    }

    /** An empty database: the roles are there, no schema is. */
    public static TestDatabase fresh() {
        return cloneOf(EMPTY);
    }

    /** A copy of a database to which nobody is connected. */
    public static TestDatabase cloneOf(TestDatabase original) {
        return make("tilth_" + COUNT.incrementAndGet(), original.name);
    }

    /** The template of this JVM, to be cloned: the first caller's migration fills it, later callers get it as it is. */
    public static synchronized TestDatabase template(Consumer<TestDatabase> migration) {
        if (template == null) {
            var filled = make("tilth_template", EMPTY.name);
            migration.accept(filled);
            template = filled;
        }
        return template;
    }

    /** Points a Spring context to the shared database. */
    public static void properties(DynamicPropertyRegistry registry) {
        shared().addTo(registry);
    }

    /** Points a Spring context to this database. */
    public void addTo(DynamicPropertyRegistry registry) {
        asProperties().forEach((key, value) -> registry.add(key, () -> value));
    }

    /** The settings that point a server to this database. */
    public Map<String, String> asProperties() {
        return Map.of(
                "tilth.database.url", url(),
                "tilth.database.user", Roles.APP,
                "tilth.database.password", SERVER.passwords().app(),
                "tilth.database.owner-user", Roles.OWNER,
                "tilth.database.owner-password", SERVER.passwords().owner());
    }

    public String name() {
        return name;
    }

    public String url() {
        return SERVER.url(name);
    }

    /** Connects as the serving role. */
    public Connection connectAsApp() throws SQLException {
        return DriverManager.getConnection(url(), Roles.APP, SERVER.passwords().app());
    }

    /** Connects as the role that migrates. */
    public Connection connectAsOwner() throws SQLException {
        return DriverManager.getConnection(
                url(), Roles.OWNER, SERVER.passwords().owner());
    }

    /** Connects as the superuser, whom no policy binds. */
    public Connection connectAsSuperuser() throws SQLException {
        return SERVER.connectAsSuperuser(name);
    }

    /** Removes the database, throwing out whoever is still connected. */
    public void drop() {
        try {
            Roles.run(SERVER, "postgres", "drop database if exists %s with (force)".formatted(name));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static TestDatabase make(String name, String template) {
        try {
            Roles.createDatabase(SERVER, name, template);
            return new TestDatabase(name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
