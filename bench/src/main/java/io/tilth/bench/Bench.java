package io.tilth.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/** Runs a benchmark by its name. */
public final class Bench {

    /** Nobody answers there: what calls out is not measured. */
    private static final String NOBODY = "--tilth.wecom.api-url=http://127.0.0.1:9";

    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        switch (arguments.length == 0 ? "" : arguments[0]) {
            case "callbacks" -> callbacks();
            case "walk" -> company((company, reports) -> new WalkBench(company, reports).run(), arguments);
            case "ingest" -> company((company, reports) -> new IngestBench(company, reports).run(), arguments);
            default -> {
                System.err.println("Which one? callbacks, walk, ingest");
                System.exit(2);
            }
        }
    }

    private static void callbacks() throws Exception {
        var home = Files.createTempDirectory("tilth-bench");
        try (var server = BenchedServer.start(home, BenchedServer.freePort(), List.of(NOBODY))) {
            new CallbackBench(server).run();
        } finally {
            delete(home);
        }
    }

    private interface Measure {
        void of(DemoCompany company, Path reports) throws Exception;
    }

    private static void company(Measure measure, String[] arguments) throws Exception {
        var reports = Path.of(arguments.length > 1 ? arguments[1] : ".");
        var home = Files.createTempDirectory("tilth-bench");
        try (var company = DemoCompany.open(home, Integer.getInteger("tilth.bench.nodes", 1))) {
            measure.of(company, reports);
        } finally {
            delete(home);
        }
        System.exit(0); // streams that are still open must not keep us
    }

    /** A database that is still writing its last lines leaves some behind; that must not hide how the run ended. */
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
