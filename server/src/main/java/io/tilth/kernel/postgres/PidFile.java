package io.tilth.kernel.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What PostgreSQL wrote into {@code postmaster.pid}; after a crash it speaks of a server that may be gone. */
record PidFile(Path path, long pid, Optional<Integer> port, Optional<String> memory) {
    private static final int PORT_LINE = 3;
    private static final int MEMORY_LINE = 6;

    static Optional<PidFile> of(Path data) {
        Path path = data.resolve("postmaster.pid");
        if (Files.notExists(path)) {
            return Optional.empty();
        }
        try {
            List<String> lines = Files.readAllLines(path);
            return Optional.of(new PidFile(path, Long.parseLong(lines.getFirst().strip()), port(lines), memory(lines)));
        } catch (IOException e) {
            throw Trouble.of(e, data);
        } catch (RuntimeException halfWritten) {
            throw Trouble.notADataFolder(data, "its file postmaster.pid is damaged");
        }
    }

    boolean namesAnyone() {
        return ProcessHandle.of(pid).isPresent();
    }

    boolean namesAServerOf(Path data) throws IOException {
        Path commandLine = Path.of("/proc", Long.toString(pid), "cmdline");
        if (Files.notExists(commandLine)) {
            return false;
        }
        String words = new String(Files.readAllBytes(commandLine), StandardCharsets.UTF_8);
        return words.contains("postgres") && words.contains(data.toString());
    }

    /** Whether any process still holds the shared memory that all of a server's processes hold. */
    boolean memoryIsAttached() throws IOException {
        Path segments = Path.of("/proc/sysvipc/shm");
        if (memory.isEmpty() || Files.notExists(segments)) {
            return false;
        }
        return Files.readAllLines(segments).stream()
                .skip(1)
                .map(line -> line.strip().split(" +"))
                .anyMatch(segment -> segment[1].equals(memory.get()) && !segment[6].equals("0"));
    }

    private static Optional<Integer> port(List<String> lines) {
        return lines.size() > PORT_LINE
                ? Optional.of(Integer.valueOf(lines.get(PORT_LINE).strip()))
                : Optional.empty();
    }

    /** The line holds the key and the number of the segment. */
    private static Optional<String> memory(List<String> lines) {
        if (lines.size() <= MEMORY_LINE) {
            return Optional.empty();
        }
        return Optional.of(lines.get(MEMORY_LINE).strip().split(" +")[1]);
    }
}
