package io.tilth.kernel.postgres;

import static java.util.concurrent.TimeUnit.SECONDS;

import io.tilth.kernel.postgres.EmbeddedPostgres.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.springframework.util.FileSystemUtils;

/** The throwaway PostgreSQL of one test JVM: fast because it forces nothing to disk, gone when the JVM ends. */
final class TestServer {
    private static final Path ROOM = Path.of("target", "test-postgres").toAbsolutePath();

    private TestServer() {}

    static EmbeddedPostgres start() {
        removeLeftovers();
        Path home = ROOM.resolve(Long.toString(ProcessHandle.current().pid()));
        var server = EmbeddedPostgres.start(new Settings(home, binaries(), 0, false));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(server, home), "end-test-postgres"));
        return server;
    }

    /** One unpacked copy of the programs serves all test JVMs. */
    static Path binaries() {
        return ROOM.resolve("pg");
    }

    /** Spring closes its contexts at the same time; pools are let go first, or they would wait for a server that has gone. */
    private static void end(EmbeddedPostgres server, Path home) {
        try {
            Awaitility.await()
                    .pollInSameThread()
                    .pollInterval(Duration.ofMillis(50))
                    .atMost(10, SECONDS)
                    .until(() -> nobodyIsConnected(server));
        } catch (ConditionTimeoutException somebodyForgotToClose) {
            System.err.println("A test left its database connection open.");
        } finally {
            server.stop();
            delete(home);
        }
    }

    private static boolean nobodyIsConnected(EmbeddedPostgres server) throws SQLException {
        try (var connection = server.connectAsSuperuser("postgres");
                var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        select from pg_stat_activity
                        where backend_type = 'client backend' and pid <> pg_backend_pid()
                        """)) {
            return !rows.next();
        }
    }

    /** What test JVMs left behind that were killed. */
    private static void removeLeftovers() {
        if (Files.notExists(ROOM)) {
            return;
        }
        try (var homes = Files.newDirectoryStream(ROOM, "[0-9]*")) {
            for (Path home : homes) {
                if (ProcessHandle.of(Long.parseLong(home.getFileName().toString()))
                        .isEmpty()) {
                    orphan(home).stopOrphan();
                    delete(home);
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Postmaster orphan(Path home) {
        Path binaries = Binaries.unpackedBelow(binaries());
        var programs = new Programs(home, binaries, ServerUser.reaching(home, binaries));
        return new Postmaster(programs, new DataFolder(programs, false));
    }

    private static void delete(Path home) {
        try {
            FileSystemUtils.deleteRecursively(home);
        } catch (IOException e) {
            System.err.println("Could not remove " + home + ": " + e);
        }
    }
}
