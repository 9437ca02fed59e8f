package io.tilth.kernel.postgres;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs PostgreSQL's programs as the right user; whatever they say goes to one log file in the home folder. */
record Programs(Path home, Path binaries, ServerUser user) {
    private static final long LOG_LIMIT = 10_000_000;
    private static final int TIMEOUT_MINUTES = 10;

    /** What one run left behind: its exit code and what it added to the log. */
    record Outcome(int exitCode, String words) {
        boolean good() {
            return exitCode == 0;
        }
    }

    Outcome run(String program, String... arguments) {
        try {
            Path log = log();
            long before = Files.size(log);
            Process process = start(program, arguments, log);
            if (!process.waitFor(TIMEOUT_MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
            }
            return new Outcome(process.waitFor(), addedSince(before, log));
        } catch (IOException e) {
            throw Trouble.of(e, home);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PostgresUnavailable("Starting PostgreSQL was interrupted.", "Start again.");
        }
    }

    private Process start(String program, String[] arguments, Path log) throws IOException {
        List<String> command = new ArrayList<>(user.prefix());
        command.add(binaries.resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).directory(Path.of("/").toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("LC_"));
        builder.environment().put("LC_ALL", "C");
        return builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }

    private Path log() throws IOException {
        Path log = home.resolve("postgres.log");
        if (Files.notExists(log)) {
            Files.createFile(log, Passwords.FOR_THE_OWNER_ALONE);
        } else if (Files.size(log) > LOG_LIMIT) {
            Files.write(log, new byte[0], StandardOpenOption.TRUNCATE_EXISTING);
        }
        return log;
    }

    private static String addedSince(long before, Path log) throws IOException {
        try (var file = new RandomAccessFile(log.toFile(), "r")) {
            long from = Math.max(before, file.length() - 100_000);
            byte[] added = new byte[Math.toIntExact(Math.max(0, file.length() - from))];
            file.seek(from);
            file.readFully(added);
            return new String(added, StandardCharsets.UTF_8);
        }
    }
}
