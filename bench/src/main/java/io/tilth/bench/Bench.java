package io.tilth.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Runs a benchmark by its name. */
public final class Bench {

    /** Nobody answers there: what calls out is not measured. */
    private static final String NOBODY = "--tilth.wecom.api-url=http://127.0.0.1:9";

    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        var what = arguments.length == 0 ? "" : arguments[0];
        var reports = Path.of(arguments.length > 1 ? arguments[1] : ".");
        var unlimited = BenchedServer.unlimited();
        switch (what) {
            case "callbacks" -> callbacks(reports);
            case "walk" -> measure(unlimited, company -> new WalkBench(company, reports).run());
            case "ingest" -> measure(unlimited, company -> new IngestBench(company, reports).run());
            case "lists" -> measure(unlimited, company -> new ListsBench(company, reports).run());
            case "reach" -> measure(unlimited, company -> new ReachBench(company, reports).run());
            case "campaign" -> measure(unlimited, company -> new CampaignBench(company, reports).run());
            case "neighbours" -> measure(List.of(), company -> new NeighboursBench(company, reports).run());
            default -> {
                System.err.println("Which one? callbacks, walk, ingest, lists, reach, campaign, neighbours");
                System.exit(2);
            }
        }
    }

    private static void callbacks(Path reports) throws Exception {
        var settings = new ArrayList<>(BenchedServer.unlimited());
        settings.add(NOBODY);
        var home = Files.createTempDirectory("tilth-bench");
        try (var server = BenchedServer.start(home, BenchedServer.freePort(), settings)) {
            new CallbackBench(server, reports).run();
        } finally {
            delete(home);
        }
    }

    private interface Measure {
        void of(DemoCompany company) throws Exception;
    }

    private static void measure(List<String> limits, Measure measure) throws Exception {
        var home = Files.createTempDirectory("tilth-bench");
        try (var company = DemoCompany.open(home, Integer.getInteger("tilth.bench.nodes", 1), limits)) {
            measure.of(company);
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
