package io.tilth.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import tools.jackson.databind.json.JsonMapper;

/** The runs held against the bars: as lines to read, as JSON to compare, and as a page to show. */
record WalkReport(Load load, Screens.Idle idle, List<WalkRun> runs) {

    static final List<Bar> BARS = List.of(
            new Bar("scan → greeting", WalkRun::welcome, WalkRun::scans, 1_000),
            new Bar("scan → screen", WalkRun::shown, WalkRun::scans, 500),
            new Bar("view → alert", WalkRun::alert, WalkRun::views, 300));

    /** What happens in a second, and for how many. */
    record Load(int scans, int beats, int views, int seconds) {}

    /** @param most what the 99th of a hundred may take, in milliseconds */
    record Bar(String what, Function<WalkRun, Latency> latency, ToIntFunction<WalkRun> expected, double most) {

        /** The median of the runs. */
        double median(List<WalkRun> runs) {
            var sorted = runs.stream()
                    .mapToDouble(run -> latency.apply(run).p99())
                    .sorted()
                    .toArray();
            return sorted[sorted.length / 2];
        }

        /** What did not come at all is worse than late. */
        boolean isWhole(List<WalkRun> runs) {
            return runs.stream().allMatch(run -> latency.apply(run).count() == expected.applyAsInt(run));
        }

        boolean isMet(List<WalkRun> runs) {
            return isWhole(runs) && median(runs) <= most;
        }

        String verdict(List<WalkRun> runs) {
            return isMet(runs) ? "met" : isWhole(runs) ? "NOT MET" : "NOT MET, for not all came";
        }
    }

    void write(Path folder) throws IOException {
        System.out.printf("median of %d runs, against the bars:%n", runs.size());
        BARS.forEach(bar -> System.out.printf(
                "  %-16s p99 %,7.0f ms; at most %,7.0f: %s%n",
                bar.what(), bar.median(runs), bar.most(), bar.verdict(runs)));
        Files.createDirectories(folder);
        Files.writeString(
                folder.resolve("walk.json"),
                JsonMapper.shared()
                        .writerWithDefaultPrettyPrinter()
                        .writeValueAsString(Map.of("perSecond", load, "screens", idle, "runs", runs)));
        Files.writeString(folder.resolve("walk.html"), new WalkPage(this).html());
        System.out.println("written: " + folder.resolve("walk.html").toAbsolutePath());
    }
}
