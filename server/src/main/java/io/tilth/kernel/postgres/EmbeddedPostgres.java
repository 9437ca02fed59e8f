package io.tilth.kernel.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * A running PostgreSQL of our own. It has no shutdown hook: whoever started it stops it, after the connection pools have
 * been closed.
 */
final class EmbeddedPostgres {
    private final int port;
    private final Passwords passwords;
    private final Runnable end;
    private boolean stopped;

    private EmbeddedPostgres(int port, Passwords passwords, Runnable end) {
        this.port = port;
        this.passwords = passwords;
        this.end = end;
    }

    /**
     * Where and how to run.
     *
     * @param home holds the data, the passwords and the log
     * @param binaries below it the programs are unpacked
     * @param port 0 picks a free one
     * @param durable false only for databases that may be lost: nothing is forced to disk
     */
    record Settings(Path home, Path binaries, int port, boolean durable) {
        Settings(Path home, int port) {
            this(home, home.resolve("pg"), port, true);
        }
    }

    /** Starts the server on its home folder, making the database at the first start. */
    static EmbeddedPostgres start(Settings settings) {
        Trouble.unlessSupported(System.getProperty("os.name"), System.getProperty("os.arch"));
        Path home = folder(settings.home());
        HomeLock lock = HomeLock.on(home);
        try {
            return start(settings, home, lock);
        } catch (RuntimeException e) {
            lock.release();
            throw e;
        }
    }

    /** Starts the server, or uses the one that another Tilth runs on this folder and leaves it to that one. */
    static EmbeddedPostgres startOrJoin(Settings settings) {
        try {
            return start(settings);
        } catch (PostgresUnavailable.InUse inUse) {
            Path home = folder(settings.home());
            int port = PidFile.of(home.resolve("data")).flatMap(PidFile::port).orElseThrow(() -> inUse);
            return new EmbeddedPostgres(port, Passwords.in(home, false), () -> {});
        }
    }

    String url() {
        return url(Roles.DATABASE);
    }

    String url(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
    }

    int port() {
        return port;
    }

    Passwords passwords() {
        return passwords;
    }

    Connection connectAsSuperuser(String database) throws SQLException {
        return DriverManager.getConnection(url(database), "postgres", passwords.superuser());
    }

    /** Stops the server in order and gives the folder free; a second call does nothing. */
    synchronized void stop() {
        if (!stopped) {
            stopped = true;
            end.run();
        }
    }

    private static EmbeddedPostgres start(Settings settings, Path home, HomeLock lock) {
        Path binaries = Binaries.unpackedBelow(folder(settings.binaries()));
        var programs = new Programs(home, binaries, ServerUser.reaching(home, binaries));
        var data = new DataFolder(programs, settings.durable());
        var postmaster = new Postmaster(programs, data);
        postmaster.stopOrphan();
        Binaries.removeOthers(binaries);
        boolean isNew = data.isNew();
        Trouble.unlessRoom(home, Trouble.freeBytes(home), isNew);
        Passwords passwords = Passwords.in(home, isNew);
        if (isNew) {
            data.create(passwords.superuser());
        }
        int port = postmaster.start(settings.port());
        try {
            var guard = new Guard(postmaster, port);
            var postgres = new EmbeddedPostgres(port, passwords, () -> end(guard, postmaster, lock));
            postgres.createRoles(data);
            guard.begin();
            return postgres;
        } catch (RuntimeException e) {
            postmaster.stop();
            throw e;
        }
    }

    private static void end(Guard guard, Postmaster postmaster, HomeLock lock) {
        try {
            guard.end();
            postmaster.stop();
        } finally {
            lock.release();
        }
    }

    private void createRoles(DataFolder data) {
        try {
            if (!data.rolesAreReady()) {
                Roles.create(this, passwords);
                data.rememberRolesAreReady();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The roles of the new database could not be made", e);
        }
    }

    private static Path folder(Path path) {
        try {
            return Files.createDirectories(path.toAbsolutePath()).toRealPath();
        } catch (IOException e) {
            throw Trouble.of(e, path);
        }
    }
}
