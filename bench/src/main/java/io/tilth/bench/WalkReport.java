package io.tilth.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import tools.jackson.databind.json.JsonMapper;

/** The runs as a table to read, as JSON to compare, and as a page to show. */
record WalkReport(List<WalkRun> runs, int scans, int beats, int views, int seconds) {

    /** @param most what the 99th of a hundred may take, in milliseconds */
    private record Bar(String what, Function<WalkRun, Latency> latency, ToIntFunction<WalkRun> expected, double most) {}

    private static final List<Bar> BARS = List.of(
            new Bar("scan → greeting", WalkRun::welcome, WalkRun::scans, 1_000),
            new Bar("scan → screen", WalkRun::shown, WalkRun::scans, 500),
            new Bar("view → alert", WalkRun::alert, WalkRun::views, 300));

    void write(Path folder) throws IOException {
        System.out.printf("median of %d runs, against the bars:%n", runs.size());
        BARS.forEach(bar -> System.out.printf(
                "  %-16s p99 %,7.0f ms; at most %,7.0f: %s%n", bar.what(), median(bar), bar.most(), verdict(bar)));
        Files.createDirectories(folder);
        Files.writeString(
                folder.resolve("walk.json"),
                JsonMapper.shared()
                        .writerWithDefaultPrettyPrinter()
                        .writeValueAsString(Map.of(
                                "scansPerSecond",
                                scans,
                                "beatsPerSecond",
                                beats,
                                "viewsPerSecond",
                                views,
                                "seconds",
                                seconds,
                                "runs",
                                runs)));
        Files.writeString(folder.resolve("walk.html"), page());
        System.out.println("written: " + folder.resolve("walk.html").toAbsolutePath());
    }

    /** What did not come at all is worse than late. */
    private String verdict(Bar bar) {
        boolean all = runs.stream()
                .allMatch(run ->
                        bar.latency().apply(run).count() == bar.expected().applyAsInt(run));
        return all && median(bar) <= bar.most() ? "met" : all ? "NOT MET" : "NOT MET, for not all came";
    }

    private double median(Bar bar) {
        var sorted = runs.stream()
                .mapToDouble(run -> bar.latency().apply(run).p99())
                .sorted()
                .toArray();
        return sorted[sorted.length / 2];
    }

    private String page() {
        var rows = new StringBuilder();
        for (var bar : BARS) {
            rows.append("<h2>%s, at most %.0f ms</h2><table><tr><th>run<th>p50<th>p95<th>p99<th></tr>"
                    .formatted(bar.what(), bar.most()));
            for (int i = 0; i < runs.size(); i++) {
                var latency = bar.latency().apply(runs.get(i));
                double share = Math.min(1.5, latency.p99() / bar.most());
                rows.append(
                        "<tr><td>%d<td>%.0f<td>%.0f<td>%.0f<td><svg width=\"320\" height=\"14\"><rect width=\"%.0f\" height=\"14\" fill=\"%s\"/><line x1=\"200\" x2=\"200\" y2=\"14\" stroke=\"#222\"/></svg></tr>"
                                .formatted(
                                        i + 1,
                                        latency.p50(),
                                        latency.p95(),
                                        latency.p99(),
                                        200 * share,
                                        share <= 1 ? "#2d7a58" : "#b5532a"));
            }
            rows.append("</table>");
        }
        return """
                <!doctype html><meta charset="utf-8"><title>Tilth: the walk under load</title>
                <style>body{font:15px/1.6 system-ui;max-width:46rem;margin:2rem auto}td,th{padding:.2rem .8rem;text-align:right}</style>
                <h1>The walk under load</h1>
                <p>%d scans, %d views and %d beats a second for %d s; load average %s. The line marks the bar.</p>%s
                """.formatted(
                scans, views, beats, seconds, runs.stream().map(WalkRun::load).toList(), rows);
    }
}
