package io.tilth.bench;

import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What customers open, on a slow phone: for the first time, and once more; beside an empty page of the same server, which
 * takes what the phone and the line take at least.
 */
final class ReachBench {

    private static final int RUNS = Integer.getInteger("tilth.bench.runs", 3);
    private static final double MOST_MS = 2_000;
    private static final double MOST_KILOBYTES = 300;

    private final DemoCompany company;
    private final Path reports;

    ReachBench(DemoCompany company, Path reports) {
        this.company = company;
        this.reports = reports;
    }

    /** @param empty a page of one line */
    record Run(double load, Look empty, Look article, Look quote) implements Report.Run {

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT, "load %.1f%n  empty    %s%n  article  %s%n  quote    %s", load, empty, article, quote);
        }
    }

    /**
     * @param cold for the first time
     * @param warm once more
     */
    record Look(SlowPhone.Opened cold, SlowPhone.Opened warm) {

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "useful after %,.0f ms and %,.0f KB, once more after %,.0f ms and %,.0f KB",
                    cold.useful(),
                    cold.bytes() / 1024.0,
                    warm.useful(),
                    warm.bytes() / 1024.0);
        }
    }

    void run() throws Exception {
        System.out.println("the demo company fills …");
        company.settle();
        var stage = new WalkStage(company);
        var links = new LinkedHashMap<String, URI>();
        links.put("empty", URI.create("http://127.0.0.1:" + company.server().port() + "/open/bench/empty"));
        links.put("article", stage.openLink());
        links.put("quote", stage.openQuote());
        var home = Files.createTempDirectory("tilth-phone");
        var runs = new ArrayList<Run>();
        try (var phone = SlowPhone.start(home)) {
            run(phone, links); // warming up
            for (int run = 1; run <= RUNS; run++) {
                runs.add(run(phone, links));
                System.out.println("run " + run + ": " + runs.getLast());
            }
        }
        new Report<>(
                        "reach",
                        "Pages on a slow phone",
                        "Until the largest thing of the first screen is painted, and what came over the line till then.",
                        goals(),
                        runs,
                        Map.of("megabitsASecond", 1.6, "roundTripMs", 150, "slowdown", 4),
                        List.of())
                .write(reports);
    }

    private static List<Goal<Run>> goals() {
        return List.of(
                Goal.atMost(
                        MOST_MS,
                        " ms",
                        "The empty page",
                        run -> run.empty().cold().useful()),
                Goal.atMost(
                        MOST_MS,
                        " ms",
                        "An article, the first time",
                        run -> run.article().cold().useful()),
                Goal.atMost(
                        MOST_MS,
                        " ms",
                        "An article, once more",
                        run -> run.article().warm().useful()),
                Goal.atMost(
                        MOST_MS,
                        " ms",
                        "A quote of several pages, the first time",
                        run -> run.quote().cold().useful()),
                Goal.atMost(
                        MOST_MS,
                        " ms",
                        "A quote of several pages, once more",
                        run -> run.quote().warm().useful()),
                Goal.atMost(
                        MOST_KILOBYTES,
                        " KB",
                        "An article, over the line",
                        run -> run.article().cold().bytes() / 1024.0),
                Goal.atMost(
                        MOST_KILOBYTES,
                        " KB",
                        "A quote, over the line",
                        run -> run.quote().cold().bytes() / 1024.0));
    }

    private static Run run(SlowPhone phone, Map<String, URI> links) throws Exception {
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        return new Run(
                load,
                look(phone, links.get("empty")),
                look(phone, links.get("article")),
                look(phone, links.get("quote")));
    }

    private static Look look(SlowPhone phone, URI link) throws Exception {
        phone.forget();
        return new Look(phone.open(link), phone.open(link));
    }
}
