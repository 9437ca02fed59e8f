package io.tilth.bench;

import io.tilth.bench.WalkReport.Bar;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The report as one page that needs nothing else: a chart for each bar. */
record WalkPage(WalkReport report) {

    private static final int WIDTH = 560;
    private static final int ROW = 46;
    private static final int LEFT = 64;
    private static final int RIGHT = 84;
    /** So far beyond the bar a chart reaches. */
    private static final double REACH = 1.5;

    private static final String STYLE = """
            :root{--ink:#22302a;--dim:#6b7a72;--line:#dfe5e0;--good:#2d7a58;--bad:#b5532a;--ground:#f6f7f4}
            body{font:15px/1.6 system-ui,sans-serif;color:var(--ink);background:var(--ground);margin:0}
            main{max-width:45rem;margin:0 auto;padding:2.5rem 1.25rem}
            h1{font-size:1.6rem;margin:0 0 .25rem}.dim{color:var(--dim);margin:0}
            section{background:#fff;border:1px solid var(--line);border-radius:12px;padding:1.25rem 1.5rem;margin-top:1.25rem}
            h2{font-size:1.05rem;margin:0}header{display:flex;justify-content:space-between;gap:1rem;align-items:baseline}
            b.met,b.not{font-size:.8rem;border-radius:99px;padding:.1rem .7rem;color:#fff}
            b.met{background:var(--good)}b.not{background:var(--bad)}
            svg{display:block;width:100%;height:auto;margin-top:.75rem}svg text{font-size:12px;fill:var(--dim)}
            svg text.figure{fill:var(--ink);font-weight:600}
            """;

    String html() {
        var load = report.load();
        return """
                <!doctype html><html lang="en"><meta charset="utf-8">
                <meta name="viewport" content="width=device-width,initial-scale=1"><title>Tilth: the walk under load</title>
                <style>%s</style><main><h1>The walk under load</h1>
                <p class="dim">%d scans, %d opened quotes and %d beats a second, %d s a run. Light: half of them took so
                long at most; middle: 95 of a hundred; dark: 99. The line is the bar for the 99.</p>
                %s<section><header><h2>Open workbenches</h2></header><p class="dim">%s.</p></section></main></html>
                """.formatted(
                        STYLE,
                        load.scans(),
                        load.views(),
                        load.beats(),
                        load.seconds(),
                        WalkReport.BARS.stream().map(this::section).collect(Collectors.joining()),
                        report.idle());
    }

    private String section(Bar bar) {
        var runs = report.runs();
        return """
                <section><header><h2>%s</h2><b class="%s">%s</b></header>
                <p class="dim">p99 of %.0f ms as the median of %d runs; at most %.0f ms</p>%s</section>
                """.formatted(
                        bar.what(),
                        bar.isMet(runs) ? "met" : "not",
                        bar.verdict(runs).toLowerCase(Locale.ROOT),
                        bar.median(runs),
                        runs.size(),
                        bar.most(),
                        chart(bar));
    }

    private String chart(Bar bar) {
        int height = ROW * report.runs().size() + 18;
        int line = LEFT + (int) (room() / REACH);
        var rows = IntStream.range(0, report.runs().size())
                .mapToObj(index -> row(bar, index))
                .collect(Collectors.joining());
        return """
                <svg viewBox="0 0 %d %d" role="img" aria-label="%s">%s
                <line x1="%d" x2="%d" y1="0" y2="%d" stroke="#22302a" stroke-dasharray="3 3"/>
                <text x="%d" y="%d" text-anchor="middle">%.0f ms</text></svg>
                """.formatted(WIDTH, height, bar.what(), rows, line, line, height - 16, line, height - 3, bar.most());
    }

    private String row(Bar bar, int index) {
        var run = report.runs().get(index);
        var latency = bar.latency().apply(run);
        int y = index * ROW;
        var colour = latency.p99() <= bar.most() ? "#2d7a58" : "#b5532a";
        return "<text x=\"0\" y=\"%d\">run %d</text><text x=\"0\" y=\"%d\">load %.1f</text>"
                        .formatted(y + 16, index + 1, y + 32, run.load())
                + stripe(bar, latency.p99(), y, colour, 1)
                + stripe(bar, latency.p95(), y, "#fff", 0.35)
                + stripe(bar, latency.p50(), y, "#fff", 0.4)
                + "<text class=\"figure\" x=\"%d\" y=\"%d\">%s</text><text x=\"%d\" y=\"%d\">%d of %d</text>"
                        .formatted(
                                WIDTH - RIGHT + 8,
                                y + 16,
                                latency.count() == 0 ? "none" : "%.0f ms".formatted(latency.p99()),
                                WIDTH - RIGHT + 8,
                                y + 32,
                                latency.count(),
                                bar.expected().applyAsInt(run));
    }

    private static String stripe(Bar bar, double millis, int y, String colour, double opacity) {
        double width = Math.max(1, Math.min(REACH, millis / bar.most()) / REACH * room());
        return "<rect x=\"%d\" y=\"%d\" width=\"%.0f\" height=\"28\" rx=\"3\" fill=\"%s\" fill-opacity=\"%s\"/>"
                .formatted(LEFT, y + 6, width, colour, opacity);
    }

    private static int room() {
        return WIDTH - LEFT - RIGHT;
    }
}
