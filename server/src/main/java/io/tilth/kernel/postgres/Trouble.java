package io.tilth.kernel.postgres;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Turns what PostgreSQL or the file system complains about into one sentence and what to do. */
final class Trouble {
    private static final long MEGABYTE = 1024L * 1024;
    private static final long ROOM_FOR_A_NEW_DATABASE = 500;
    private static final long ROOM_TO_GO_ON = 100;

    private Trouble() {}

    static void unlessSupported(String system, String processor) {
        boolean linux = system.toLowerCase(Locale.ROOT).startsWith("linux");
        if (!linux || !(processor.equals("amd64") || processor.equals("x86_64"))) {
            throw new PostgresUnavailable(
                    "The embedded PostgreSQL runs on 64-bit Linux (x86-64) only, and this is %s (%s)."
                            .formatted(system, processor),
                    "Install PostgreSQL 18 and configure it with tilth.database.url.");
        }
    }

    static void unlessRoom(Path folder, long freeBytes, boolean newDatabase) {
        long needed = newDatabase ? ROOM_FOR_A_NEW_DATABASE : ROOM_TO_GO_ON;
        if (freeBytes / MEGABYTE < needed) {
            throw new PostgresUnavailable(
                    "Only %d MB are free on the disk that holds %s, and the database needs %d MB."
                            .formatted(freeBytes / MEGABYTE, folder, needed),
                    "Free some space and start again.");
        }
    }

    static PostgresUnavailable of(IOException e, Path folder) {
        var trouble = translated(e, folder);
        trouble.initCause(e);
        return trouble;
    }

    private static PostgresUnavailable translated(IOException e, Path folder) {
        if (String.valueOf(e.getMessage()).contains("No space left on device")) {
            return diskFull(folder);
        }
        if (e instanceof AccessDeniedException) {
            return new PostgresUnavailable(
                    "The folder %s cannot be used: no permission for %s."
                            .formatted(folder, System.getProperty("user.name")),
                    "Start as the user it belongs to, or choose another folder with tilth.home.");
        }
        return new PostgresUnavailable(
                "The folder %s cannot be used: %s.".formatted(folder, e),
                "Check the folder, or choose another with tilth.home.");
    }

    /** What the server's own last words mean. */
    static PostgresUnavailable of(String lastWords, Path home, int port) {
        if (lastWords.contains("could not bind") || lastWords.contains("Address already in use")) {
            return portBusy(port);
        }
        if (lastWords.contains("No space left on device")) {
            return diskFull(home);
        }
        if (lastWords.contains("pre-existing shared memory block")) {
            return lastChildren(home.resolve("data"));
        }
        if (lastWords.contains("database files are incompatible")) {
            return otherVersion(home.resolve("data"), "another version");
        }
        return new PostgresUnavailable(
                "PostgreSQL does not start on %s: %s".formatted(home.resolve("data"), lastComplaint(lastWords)),
                "Read %s; if the data is damaged, move the folder %s away and restore a backup."
                        .formatted(home.resolve("postgres.log"), home));
    }

    static PostgresUnavailable portBusy(int port) {
        return new PostgresUnavailable(
                "Port %d is taken by another program.".formatted(port),
                "Stop that program, or choose another port with tilth.database.port (0 picks a free one).");
    }

    static PostgresUnavailable notADataFolder(Path data, String reason) {
        return new PostgresUnavailable(
                "The folder %s does not hold a PostgreSQL database: %s.".formatted(data, reason),
                "Move it away to start empty, or put back a backup of it.");
    }

    static PostgresUnavailable otherVersion(Path data, String version) {
        return new PostgresUnavailable(
                "The database in %s was made by PostgreSQL %s; this Tilth runs PostgreSQL %s."
                        .formatted(data, version, DataFolder.MAJOR_VERSION),
                "Back it up with the Tilth that made it, then restore the backup with this one.");
    }

    static PostgresUnavailable lastChildren(Path data) {
        return new PostgresUnavailable(
                "Processes of a crashed PostgreSQL still work on %s.".formatted(data),
                "Wait a moment and start again; if that does not help, end these processes.");
    }

    static PostgresUnavailable.InUse inUse(Path home, String holder) {
        return new PostgresUnavailable.InUse(
                "Another Tilth%s already uses the folder %s.".formatted(holder, home),
                "Stop it first, or choose another folder with tilth.home.");
    }

    static long freeBytes(Path folder) {
        try {
            return Files.getFileStore(folder).getUsableSpace();
        } catch (IOException e) {
            throw of(e, folder);
        }
    }

    private static PostgresUnavailable diskFull(Path folder) {
        return new PostgresUnavailable(
                "The disk that holds %s is full.".formatted(folder), "Free some space and start again.");
    }

    private static String lastComplaint(String lastWords) {
        return lastWords
                .lines()
                .filter(line -> line.contains("FATAL:") || line.contains("PANIC:") || line.contains("error:"))
                .map(line -> line.replaceFirst(".*?(FATAL|PANIC|error): *", ""))
                .reduce((first, last) -> last)
                .orElse("it gave no reason");
    }
}
