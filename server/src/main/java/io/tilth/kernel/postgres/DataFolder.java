package io.tilth.kernel.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.springframework.util.FileSystemUtils;

/** The folder {@code data} in the home: made once by initdb, checked before each start, told our settings. */
record DataFolder(Programs programs, boolean durable) {
    static final String MAJOR_VERSION = "18";

    private static final String SETTINGS = """
            # Written by Tilth at each start; changes here are lost.
            listen_addresses = '127.0.0.1'
            port = %d
            unix_socket_directories = ''
            password_encryption = 'scram-sha-256'
            max_connections = 60
            shared_buffers = 128MB
            work_mem = 8MB
            maintenance_work_mem = 64MB
            max_wal_size = 1GB
            jit = off
            timezone = 'UTC'
            log_timezone = 'UTC'
            log_line_prefix = '%%m [%%p] %%q%%u@%%d '
            log_checkpoints = off
            lc_messages = 'C'
            """;
    private static final String DURABLE = """
            fsync = on
            synchronous_commit = on
            full_page_writes = on
            """;
    private static final String THROWAWAY = """
            fsync = off
            synchronous_commit = off
            full_page_writes = off
            """;

    Path path() {
        return programs.home().resolve("data");
    }

    /** Whether there is no database yet; refuses a folder that holds something else. */
    boolean isNew() {
        try {
            if (Files.notExists(path()) || isEmpty()) {
                return true;
            }
            Path version = path().resolve("PG_VERSION");
            if (Files.notExists(version)) {
                throw Trouble.notADataFolder(path(), "its file PG_VERSION is missing");
            }
            String major = Files.readString(version).strip();
            if (!major.equals(MAJOR_VERSION)) {
                throw Trouble.otherVersion(path(), major);
            }
            return false;
        } catch (IOException e) {
            throw Trouble.of(e, path());
        }
    }

    /** Makes the database beside its final place and renames it, so that an interrupted first start leaves nothing half made. */
    void create(String superuserPassword) {
        try {
            Path aside = path().resolveSibling("data.new");
            FileSystemUtils.deleteRecursively(aside);
            Files.createDirectory(
                    aside, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            programs.user().own(aside);
            initialise(aside, superuserPassword);
            Files.writeString(aside.resolve("postgresql.conf"), "\ninclude 'tilth.conf'\n", StandardOpenOption.APPEND);
            Files.move(aside, path(), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw Trouble.of(e, path());
        }
    }

    /** Writes our settings anew at each start, so that a new version of Tilth brings its own. */
    void settle(int port) {
        try {
            programs.user().own(path());
            Path settings = path().resolve("tilth.conf");
            Files.writeString(settings, SETTINGS.formatted(port) + (durable ? DURABLE : THROWAWAY));
            programs.user().own(settings);
        } catch (IOException e) {
            throw Trouble.of(e, path());
        }
    }

    boolean rolesAreReady() {
        return Files.exists(path().resolve("tilth.ready"));
    }

    void rememberRolesAreReady() {
        try {
            Files.writeString(path().resolve("tilth.ready"), "");
        } catch (IOException e) {
            throw Trouble.of(e, path());
        }
    }

    private boolean isEmpty() throws IOException {
        try (var files = Files.list(path())) {
            return files.findAny().isEmpty();
        }
    }

    private void initialise(Path folder, String superuserPassword) throws IOException {
        Path password = programs.home().resolve("initdb.password");
        Files.deleteIfExists(password);
        Files.createFile(password, Passwords.FOR_THE_OWNER_ALONE);
        try {
            Files.writeString(password, superuserPassword);
            programs.user().own(password);
            var outcome = programs.run(
                    "initdb",
                    "--pgdata=" + folder,
                    "--username=postgres",
                    "--pwfile=" + password,
                    "--auth=scram-sha-256",
                    "--encoding=UTF8",
                    // Chinese text is letters only to a UTF-8 locale; with plain C, trigram indexes stay empty for it.
                    "--locale=C.UTF-8",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8",
                    "--data-checksums",
                    durable ? "--sync-method=fsync" : "--no-sync");
            if (!outcome.good()) {
                throw Trouble.of(outcome.words(), programs.home(), 0);
            }
        } finally {
            Files.delete(password);
        }
    }
}
