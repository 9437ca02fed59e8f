package io.tilth.bench;

import io.tilth.bench.WalkReport.Bar;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The report of the walk as a page: a chart for each bar. */
record WalkPage(WalkReport report) {

    String html() {
        var load = report.load();
        var lead = """
                %d scans, %d opened quotes and %d beats a second, %d s a run. Light: half of them took so long at most;
                middle: 95 of a hundred; dark: 99. The line is the bar for the 99.""".formatted(load.scans(), load.views(), load.beats(), load.seconds());
        var idle = Sheet.note("Open workbenches", report.idle() + ".");
        return Sheet.page(
                "The walk under load",
                lead,
                Stream.concat(WalkReport.BARS.stream().map(this::section), Stream.of(idle))
                        .toList());
    }

    private String section(Bar bar) {
        var runs = report.runs();
        return Sheet.judged(
                bar.what(),
                bar.isMet(runs),
                bar.verdict(runs).toLowerCase(Locale.ROOT),
                "p99 of %.0f ms as the median of %d runs; at most %.0f ms"
                        .formatted(bar.median(runs), runs.size(), bar.most()),
                new Chart(bar.what(), rows(bar), bar.most(), " ms").svg());
    }

    private List<Chart.Row> rows(Bar bar) {
        return IntStream.range(0, report.runs().size())
                .mapToObj(index -> row(bar, index))
                .toList();
    }

    private Chart.Row row(Bar bar, int index) {
        var run = report.runs().get(index);
        var latency = bar.latency().apply(run);
        return new Chart.Row(
                "run " + (index + 1),
                "load %.1f".formatted(run.load()),
                new double[] {latency.p99(), latency.p95(), latency.p50()},
                latency.p99() <= bar.most(),
                latency.count() == 0 ? "none" : "%.0f ms".formatted(latency.p99()),
                "%d of %d".formatted(latency.count(), bar.expected().applyAsInt(run)));
    }
}
