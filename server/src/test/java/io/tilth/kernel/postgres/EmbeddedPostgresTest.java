package io.tilth.kernel.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.tilth.kernel.postgres.EmbeddedPostgres.Settings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.util.PSQLException;

class EmbeddedPostgresTest {
    private static final String OPEN_SHOP = "create schema shop; grant usage on schema shop to tilth_app";
    private static final String VISITS = "create table shop.visit (id int); grant select on shop.visit to tilth_app";

    @TempDir
    Path home;

    private final List<EmbeddedPostgres> started = new ArrayList<>();

    @AfterEach
    void stopAll() {
        started.forEach(EmbeddedPostgres::stop);
    }

    @Test
    void keepsDataOverARestart() throws SQLException {
        var first = start();
        asOwner(first, OPEN_SHOP, VISITS, "insert into shop.visit values (1)");
        first.stop();

        assertThat(answer(start(), "select count(*) from shop.visit")).isEqualTo("1");
    }

    @Test
    void keepsWhatWasAcknowledgedWhenTheServerIsKilled() throws Exception {
        var first = start();
        asOwner(first, OPEN_SHOP, VISITS, "insert into shop.visit values (1)");
        ProcessHandle.of(pid()).orElseThrow().destroyForcibly();
        first.stop();

        assertThat(answer(start(), "select count(*) from shop.visit")).isEqualTo("1");
    }

    @Test
    void comesBackByItselfOnTheSamePortWhenItIsKilled() throws Exception {
        var postgres = start();
        asOwner(postgres, OPEN_SHOP, VISITS, "insert into shop.visit values (1)");
        long killed = pid();
        ProcessHandle.of(killed).orElseThrow().destroyForcibly();

        await().atMost(Duration.ofMinutes(2)).ignoreExceptions().untilAsserted(() -> {
            assertThat(pid()).isNotEqualTo(killed);
            assertThat(answer(postgres, "select count(*) from shop.visit")).isEqualTo("1");
        });
    }

    @Test
    void stopsAServerThatACrashLeftRunningAndStartsItsOwn() throws Exception {
        var first = start();
        asOwner(first, OPEN_SHOP, VISITS, "insert into shop.visit values (1)");
        first.stop();
        long orphan = startWithoutAnOwner();

        var next = start();

        assertThat(pid()).isNotEqualTo(orphan);
        assertThat(ProcessHandle.of(orphan).flatMap(process -> process.info().command()))
                .isEmpty();
        assertThat(answer(next, "select count(*) from shop.visit")).isEqualTo("1");
    }

    @Test
    void isNotFooledByAStrangerWithTheOldProcessNumber() throws Exception {
        start().stop();
        Files.writeString(
                home.resolve("data/postmaster.pid"), ProcessHandle.current().pid() + "\n");

        assertThat(answer(start(), "select 1")).isEqualTo("1");
    }

    @Test
    void refusesASecondServerOnTheSameFolderAndTheFirstKeepsItsLock() throws SQLException {
        var first = start();

        refuses(settings()).withMessageContainingAll("already uses the folder", "Stop it first");
        refuses(settings()).withMessageContaining("already uses the folder");
        assertThat(answer(first, "select 1")).isEqualTo("1");
    }

    @Test
    void joinsARunningServerAndLeavesItRunning() throws SQLException {
        var first = start();

        var guest = EmbeddedPostgres.startOrJoin(settings());
        assertThat(answer(guest, "select 1")).isEqualTo("1");
        guest.stop();

        assertThat(answer(first, "select 1")).isEqualTo("1");
    }

    @Test
    void stopsTwiceWithoutComplaint() {
        var postgres = start();
        postgres.stop();
        postgres.stop();
        assertThat(home.resolve("data/postmaster.pid")).doesNotExist();
    }

    @Test
    void refusesAFolderThatIsNoDatabase() throws IOException {
        Files.writeString(Files.createDirectory(home.resolve("data")).resolve("letter.txt"), "hello");

        refuses(settings()).withMessageContainingAll("does not hold a PostgreSQL database", "Move it away");
        assertThat(home.resolve("data/letter.txt")).hasContent("hello");
    }

    @Test
    void refusesTheDatabaseOfAnotherVersion() throws IOException {
        Files.writeString(Files.createDirectory(home.resolve("data")).resolve("PG_VERSION"), "16\n");

        refuses(settings()).withMessageContainingAll("made by PostgreSQL 16", "Back it up");
    }

    @Test
    void saysWhatIsWrongWithDamagedData() throws IOException {
        start().stop();
        Files.delete(home.resolve("data/global/pg_control"));

        refuses(settings()).withMessageContainingAll("does not start on", "pg_control", "restore a backup");
    }

    @Test
    void refusesDataWithoutItsPasswords() throws IOException {
        start().stop();
        Files.delete(home.resolve("passwords.properties"));

        refuses(settings()).withMessageContaining("passwords of the database is missing");
    }

    @Test
    void saysWhichPortIsTaken() throws IOException {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            refuses(new Settings(home, TestServer.binaries(), other.getLocalPort(), true))
                    .withMessageContainingAll("Port " + other.getLocalPort() + " is taken", "tilth.database.port");
        }
    }

    @Test
    void finishesAFirstStartThatWasInterrupted() throws IOException, SQLException {
        Files.writeString(Files.createDirectory(home.resolve("data.new")).resolve("PG_VERSION"), "18\n");

        assertThat(answer(start(), "select 1")).isEqualTo("1");
        assertThat(home.resolve("data.new")).doesNotExist();
    }

    @Test
    void finishesTheRolesOfAFirstStartThatWasInterrupted() throws IOException, SQLException {
        start().stop();
        Files.delete(home.resolve("data/tilth.ready"));

        assertThat(answer(start(), "select 1")).isEqualTo("1");
    }

    @Test
    void letsNobodyInWithoutThePassword() throws IOException {
        var postgres = start();

        for (String user : List.of("postgres", Roles.OWNER, Roles.APP)) {
            assertThatExceptionOfType(PSQLException.class)
                    .isThrownBy(() -> DriverManager.getConnection(postgres.url(), user, "wrong"))
                    .withMessageContaining("password authentication failed");
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("passwords.properties"))))
                .isEqualTo("rw-------");
        assertThat(home.resolve("initdb.password")).doesNotExist();
    }

    @Test
    void writesWhatItAcknowledgesAndListensOnlyAtHome() throws SQLException {
        var postgres = start();

        for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes", "data_checksums")) {
            assertThat(answer(postgres, "show " + setting)).as(setting).isEqualTo("on");
        }
        assertThat(answer(postgres, "show listen_addresses")).isEqualTo("127.0.0.1");
        assertThat(answer(postgres, "show log_timezone")).isEqualTo("UTC");
        assertThat(answer(postgres, "show server_version")).startsWith(DataFolder.MAJOR_VERSION + ".");
    }

    @Test
    void givesTheServingRoleNothingToOwn() throws SQLException {
        var postgres = start();

        assertThat(answer(
                        postgres,
                        "select rolsuper or rolbypassrls or rolcreatedb or rolcreaterole from pg_roles"
                                + " where rolname = current_user"))
                .isEqualTo("f");
        assertThat(answer(
                        postgres,
                        "select rolsuper or rolbypassrls or rolcreatedb or rolcreaterole from pg_roles"
                                + " where rolname = 'tilth_owner'"))
                .isEqualTo("f");
        assertThat(answer(postgres, "show search_path")).isIn("", "\"\"");
        assertThat(answer(postgres, "select count(*) from pg_namespace where nspname = 'public'"))
                .isEqualTo("0");
        assertThat(answer(postgres, "select has_database_privilege(current_database(), 'create')"))
                .isEqualTo("f");
    }

    private EmbeddedPostgres start() {
        var postgres = EmbeddedPostgres.start(settings());
        started.add(postgres);
        return postgres;
    }

    /** As after the death of its starter: it runs, and nobody holds the lock. */
    private long startWithoutAnOwner() throws IOException {
        Path real = home.toRealPath();
        Path binaries = Binaries.unpackedBelow(TestServer.binaries());
        var programs = new Programs(real, binaries, ServerUser.reaching(real, binaries));
        new Postmaster(programs, new DataFolder(programs, true)).start(0);
        return pid();
    }

    private Settings settings() {
        return new Settings(home, TestServer.binaries(), 0, true);
    }

    private long pid() throws IOException {
        return Long.parseLong(
                Files.readAllLines(home.resolve("data/postmaster.pid")).getFirst());
    }

    private static ThrowableAssertAlternative<PostgresUnavailable> refuses(Settings settings) {
        return assertThatExceptionOfType(PostgresUnavailable.class)
                .isThrownBy(() -> EmbeddedPostgres.start(settings).stop());
    }

    private static void asOwner(EmbeddedPostgres postgres, String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        postgres.url(), Roles.OWNER, postgres.passwords().owner());
                var statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static String answer(EmbeddedPostgres postgres, String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        postgres.url(), Roles.APP, postgres.passwords().app());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            assertThat(rows.next()).isTrue();
            return String.valueOf(rows.getString(1));
        }
    }
}
