package io.tilth.bench;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.stream.IntStream;

/**
 * The walk under load: customers scan a code, are greeted and seen; they open a quote, and their guide is alerted. All
 * the while other pages tell that they are read. Nothing waits for what came before, and every time counts from the
 * moment the thing was due.
 */
final class WalkBench {

    private static final int RUNS = Integer.getInteger("tilth.bench.runs", 3);
    private static final int SECONDS = Integer.getInteger("tilth.bench.seconds", 20);
    private static final int SCANS = Integer.getInteger("tilth.bench.scans", 20);
    private static final int BEATS = Integer.getInteger("tilth.bench.beats", 200);
    private static final int SCREENS = Integer.getInteger("tilth.bench.screens", 500);
    private static final int VIEWS = Integer.getInteger("tilth.bench.views", 5);

    private final DemoCompany company;
    private final Path reports;
    private final WalkStage stage;
    private final Screens screens;

    WalkBench(DemoCompany company, Path reports) {
        this.company = company;
        this.reports = reports;
        this.stage = new WalkStage(company);
        this.screens = new Screens(company);
    }

    void run() throws Exception {
        System.out.println("the demo company fills; then a minute of warming up …");
        company.settle();
        stage.hangUp();
        var idle = screens.open(SCREENS);
        System.out.println(idle);
        play("warming up", SECONDS);
        var runs = new ArrayList<WalkRun>();
        for (int run = 1; run <= RUNS; run++) {
            runs.add(play("run " + run, SECONDS));
            System.out.println(runs.getLast());
        }
        new WalkReport(new WalkReport.Load(SCANS, BEATS, VIEWS, SECONDS), idle, runs).write(reports);
    }

    private WalkRun play(String name, int seconds) throws Exception {
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        var quotes = stage.quotes(name, VIEWS * seconds);
        var pages = stage.pages(name);
        var scans = stage.scans();
        var views = new long[quotes.size()];
        var beating = new Pace(BEATS, seconds).begin((number, due) -> beat(pages.get(number % pages.size())));
        var scanning = new Pace(SCANS, seconds).begin((number, due) -> scans.scan(name + " " + number, due));
        var viewing = new Pace(VIEWS, seconds).begin((number, due) -> {
            views[number] = due;
            beat(quotes.get(number).page());
        });
        long failed = beating.call() + viewing.call();
        scanning.call();
        stage.awaitGreetings(scans);
        var seen = stage.names(name, SCANS * seconds);
        var welcomes = scans.all().stream()
                .flatMap(scan -> stage.greeted(scan).map(at -> at - scan.due()))
                .toList();
        var shown = scans.all().stream()
                .flatMap(scan -> screens.told("customer", seen.get(scan.name())).map(at -> at - scan.due()))
                .toList();
        var alerts = stage.alerts(quotes);
        var alerted = IntStream.range(0, quotes.size())
                .boxed()
                .flatMap(one -> screens.told("alert", alerts.get(quotes.get(one).customer()))
                        .map(at -> at - views[one]))
                .toList();
        return new WalkRun(
                load,
                SCANS * seconds,
                Latency.of(welcomes),
                Latency.of(shown),
                quotes.size(),
                Latency.of(alerted),
                (long) BEATS * seconds,
                failed);
    }

    private static void beat(Reader page) throws Exception {
        if (!page.beat()) {
            throw new IllegalStateException("A beat was not acknowledged.");
        }
    }
}
