package io.tilth.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** The runs held against the goals: as lines to read, as JSON to compare, and as a page to show. */
record IngestReport(List<IngestRun> runs, Kept untroubled, Overload overload, Kept kept) {

    private static final List<Goal> GOALS = List.of(
            new Goal("Hundreds, of one COPY client", IngestRun::hundredsOfCopy, 0.9, "", true),
            new Goal("Singles, of an endpoint that stores nothing", IngestRun::onesOfNothing, 0.45, "", true),
            new Goal("Singles, of a transaction each", IngestRun::onesOfEach, 4, " ×", true),
            new Goal("Singles at half of the peak, p99", run -> run.half().p99(), 15, " ms", false));

    /**
     * @param acknowledged beats that must be stored, once each
     * @param unsure beats that were told and not acknowledged, so that they may be
     * @param rows beats that are stored
     * @param bytes of a row with its share of the indexes
     */
    record Kept(long acknowledged, long unsure, long rows, double bytes) {

        boolean isWhole() {
            return rows >= acknowledged && rows <= acknowledged + unsure;
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%,d beats acknowledged, %,d refused; %,d stored: %s. A million take %,.0f MB with indexes.",
                    acknowledged,
                    unsure,
                    rows,
                    isWhole() ? "none is lost or doubled" : "THAT DOES NOT ADD UP",
                    bytes);
        }
    }

    record Goal(String what, ToDoubleFunction<IngestRun> value, double bar, String unit, boolean more) {

        double median(List<IngestRun> runs) {
            var sorted = runs.stream().mapToDouble(value).sorted().toArray();
            return sorted[sorted.length / 2];
        }

        boolean isMetBy(double figure) {
            return more ? figure >= bar : figure <= bar;
        }

        String verdict(List<IngestRun> runs) {
            return isMetBy(median(runs)) ? "met" : "NOT MET";
        }

        String words(double figure) {
            return String.format(Locale.ROOT, bar < 10 ? "%.2f%s" : "%.0f%s", figure, unit);
        }
    }

    void write(Path folder) throws IOException {
        System.out.printf("median of %d runs, against the goals:%n", runs.size());
        GOALS.forEach(goal -> System.out.printf(
                "  %-44s %8s; %s %s: %s%n",
                goal.what(),
                goal.words(goal.median(runs)),
                goal.more() ? "at least" : "at most",
                goal.words(goal.bar()),
                goal.verdict(runs)));
        System.out.println("before it was too much: " + untroubled);
        System.out.println("with it: " + kept);
        Files.createDirectories(folder);
        Files.writeString(
                folder.resolve("ingest.json"),
                JsonMapper.shared()
                        .writerWithDefaultPrettyPrinter()
                        .writeValueAsString(
                                Map.of("runs", runs, "untroubled", untroubled, "overload", overload, "kept", kept)));
        Files.writeString(folder.resolve("ingest.html"), html());
        System.out.println("written: " + folder.resolve("ingest.html").toAbsolutePath());
    }

    private String html() {
        var last = Stream.of(
                Sheet.judged("Twice the peak", overload.isGraceful(), overload.verdict(), overload + ".", ""),
                kept("Nothing lost before it was too much", untroubled),
                kept("Nothing lost with it", kept));
        return Sheet.page(
                "Beats of reading",
                "Each run beside what the database and the web server can do themselves. The line is the goal.",
                Stream.concat(GOALS.stream().map(this::section), last).toList());
    }

    private static String kept(String title, Kept kept) {
        return Sheet.judged(title, kept.isWhole(), kept.isWhole() ? "met" : "not met", kept.toString(), "");
    }

    private String section(Goal goal) {
        var rows = IntStream.range(0, runs.size())
                .mapToObj(index -> row(goal, index))
                .toList();
        return Sheet.judged(
                goal.what(),
                goal.isMetBy(goal.median(runs)),
                goal.verdict(runs).toLowerCase(Locale.ROOT),
                "%s as the median of %d runs; %s %s"
                        .formatted(
                                goal.words(goal.median(runs)),
                                runs.size(),
                                goal.more() ? "at least" : "at most",
                                goal.words(goal.bar())),
                new Chart(goal.what(), rows, goal.bar(), goal.unit()).svg());
    }

    private Chart.Row row(Goal goal, int index) {
        double figure = goal.value().applyAsDouble(runs.get(index));
        return new Chart.Row(
                "run " + (index + 1),
                "load %.1f".formatted(runs.get(index).load()),
                new double[] {figure},
                goal.isMetBy(figure),
                goal.words(figure),
                "");
    }
}
