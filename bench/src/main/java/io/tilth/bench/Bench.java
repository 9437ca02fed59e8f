package io.tilth.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Runs a benchmark by its name. */
public final class Bench {

    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        if (List.of(arguments).equals(List.of("callbacks"))) {
            var home = Files.createTempDirectory("tilth-bench");
            try (var server = BenchedServer.start(home)) {
                new CallbackBench(server).run();
            } finally {
                delete(home);
            }
        } else {
            System.err.println("Which one? callbacks");
            System.exit(2);
        }
    }

    private static void delete(Path folder) throws Exception {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
