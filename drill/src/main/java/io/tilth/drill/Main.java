package io.tilth.drill;

import io.tilth.drill.site.Disk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.List;

/** Reads the command line: {@code [--long] [--seed N] [--only FAULT] [--plant] JAR FOLDER}. Ends with 0 only when nothing was lost. */
public final class Main {

    private static final long SEED = 20261123;

    private Main() {}

    public static void main(String[] arguments) throws Exception {
        var words = new ArrayDeque<>(List.of(arguments));
        boolean isLong = false;
        boolean plants = false;
        long seed = SEED;
        var only = "";
        while (words.peek() != null && words.peek().startsWith("--")) {
            switch (words.pop()) {
                case "--long" -> isLong = true;
                case "--plant" -> plants = true;
                case "--only" -> only = words.pop();
                case "--seed" -> seed = Long.parseLong(words.pop());
                default ->
                    throw new IllegalArgumentException("[--long] [--seed N] [--only FAULT] [--plant] JAR FOLDER");
            }
        }
        var home = Files.createTempDirectory("tilth-drill");
        new Disk(home).mount();
        var options = new Drill.Options(Path.of(words.pop()), home, seed, isLong, only);
        System.exit(run(options, plants, Path.of(words.pop())) ? 0 : 1);
    }

    private static boolean run(Drill.Options options, boolean plants, Path reports) throws Exception {
        boolean isClean = false;
        try (var drill = Drill.open(options)) {
            var report = drill.play();
            isClean = report.isClean();
            System.out.println("\n" + report.table());
            report.write(reports);
            if (plants) {
                var missed = drill.unnoticed();
                System.out.println("planted losses that nobody found: " + missed);
                isClean &= missed.isEmpty();
            }
        }
        if (isClean) {
            new Disk(options.home()).unmount();
            delete(options.home());
        } else {
            System.out.println("kept for whoever looks into it: " + options.home());
        }
        return isClean;
    }

    private static void delete(Path folder) {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException busy) {
            System.err.println("Left behind: " + folder);
        }
    }
}
