package io.tilth.bench;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;

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
        var views = Views.prepare(stage, screens, name, VIEWS, seconds);
        var pages = stage.pages(name);
        var scans = stage.scans();
        var beating = new Pace(BEATS, seconds)
                .begin((number, due) -> pages.get(number % pages.size()).insist());
        var scanning = new Pace(SCANS, seconds).begin((number, due) -> scans.scan(name + " " + number, due));
        var viewing = views.begin();
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
        return new WalkRun(
                load,
                SCANS * seconds,
                Latency.of(welcomes),
                Latency.of(shown),
                views.count(),
                views.alerted(),
                (long) BEATS * seconds,
                failed);
    }
}
