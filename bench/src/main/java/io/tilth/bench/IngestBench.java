package io.tilth.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.concurrent.TimeUnit;

/**
 * Beats of reading, from another process, beside what PostgreSQL and the web server themselves can do on the same machine
 * within the same minutes. Between any two measurements all that was told is worked off.
 */
final class IngestBench {

    private static final double SCALE = Double.parseDouble(System.getProperty("tilth.bench.scale", "1"));
    private static final int RUNS = Integer.getInteger("tilth.bench.runs", 3);
    private static final int SECONDS = Math.max(1, (int) (Integer.getInteger("tilth.bench.seconds", 6) * SCALE));
    private static final int PAGES = Math.max(100, (int) (Integer.getInteger("tilth.bench.pages", 20_000) * SCALE));

    /** As many as the server lets in at once. */
    private static final int CONNECTIONS = 256;

    /** Without those who are only looked at again once they may have stopped reading. */
    private static final String DUE = "select count(*) from tracking.event_due where due_at <= now()";

    private static final String STORED = "select count(*) from tracking.event where kind = 'beat'";
    /** Bytes of a single beat as pages tell it. */
    private static final int ONE = 120;

    private static final int CROWD = 1_200;
    private static final int VIEWS = 20;
    private static final int CALM_MS = 50;
    private static final int PROBE = 100;

    /** Seconds after which it is not waited for any more. */
    private static final int GIVE_UP = 60;

    private final DemoCompany company;
    private final BenchedServer server;
    private final Path reports;
    private final WalkStage stage;
    private final Screens screens;
    private long tenant;
    private long before;
    private long acknowledged;
    private long unsure;

    IngestBench(DemoCompany company, Path reports) {
        this.company = company;
        this.server = company.server();
        this.reports = reports;
        this.stage = new WalkStage(company);
        this.screens = new Screens(company);
    }

    void run() throws Exception {
        System.out.println("the demo company fills; then " + PAGES + " pages are opened …");
        company.settle();
        stage.hangUp();
        screens.open();
        var pages = Pages.open(stage.openLink(), PAGES);
        var twin = new Twin(server);
        tenant = number("select max(tenant_id) from tracking.event");
        before = number(STORED);
        System.out.println("warming up …");
        tell(pages, 1, CONNECTIONS);
        nothing(pages);
        tell(pages, 100, CONNECTIONS / 4);
        drain();
        var runs = new ArrayList<IngestRun>();
        for (int run = 1; run <= RUNS; run++) {
            runs.add(run(run, pages, twin));
            System.out.println("run " + run + ": " + runs.getLast());
        }
        int peak = (int) runs.stream()
                .mapToDouble(run -> run.ones().perSecond())
                .average()
                .orElseThrow();
        drain();
        var untroubled = kept();
        System.out.println(untroubled);
        var overload = overload(pages, peak);
        System.out.println(overload);
        new IngestReport(runs, untroubled, overload, kept()).write(reports);
    }

    private IngestRun run(int number, Pages pages, Twin twin) throws Exception {
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        long rows = number(STORED);
        var ones = tell(pages, 1, CONNECTIONS);
        double nothing = nothing(pages);
        double each = each();
        double tens = 10 * tell(pages, 10, CONNECTIONS).perSecond();
        double hundreds = 100 * tell(pages, 100, CONNECTIONS / 4).perSecond();
        drain();
        twin.grow();
        double copy = twin.copy(1, SECONDS);
        double twoCopies = twin.copy(2, SECONDS);
        double batches = twin.batches(SECONDS);
        int half = (int) (ones.perSecond() / 2);
        var views = Views.prepare(stage, screens, "run " + number, VIEWS, SECONDS);
        drain();
        var used = server.used();
        var viewing = views.begin();
        var calm = told(1, new Load(server.port(), pages.tell(1, half * SECONDS)).open(CONNECTIONS, half, SECONDS));
        viewing.call();
        acknowledged += views.count();
        drain();
        double cores = server.used().minus(used).toNanos() / 1e9 / calm.answered() * 1_000;
        var cost = new IngestRun.Cost(cores, server.memory() / 1024);
        return new IngestRun(
                load,
                rows,
                ones,
                tens,
                hundreds,
                nothing,
                each,
                copy,
                twoCopies,
                batches,
                calm,
                views.count(),
                views.alerted(),
                cost);
    }

    /** Made beforehand are more than can be taken: making them takes time from the cores that answer them. */
    private Load.Result tell(Pages pages, int beats, int connections) throws Exception {
        drain();
        var requests = pages.tell(beats, Math.min(25_000, 200_000 / beats) * SECONDS);
        return told(beats, new Load(server.port(), requests).closed(connections, SECONDS));
    }

    private double nothing(Pages pages) throws Exception {
        drain();
        var request = Wire.post("/open/bench/nothing", "application/octet-stream", "x".repeat(ONE));
        return new Load(server.port(), number -> request)
                .closed(CONNECTIONS, SECONDS)
                .perSecond();
    }

    private double each() throws Exception {
        drain();
        var request = Wire.post("/open/bench/each/" + tenant, "application/octet-stream", "x");
        return new Load(server.port(), number -> request)
                .closed(CONNECTIONS, SECONDS)
                .perSecond();
    }

    /** Twice what can be taken, from more connections than are let in; then a few, until those are quick again. */
    private Overload overload(Pages pages, int peak) throws Exception {
        drain();
        int offered = 2 * peak;
        var requests = pages.tell(1, offered * SECONDS);
        var taken = told(1, new Load(server.port(), requests).open(CROWD, offered, SECONDS));
        long end = System.nanoTime();
        long backlog = number(DUE);
        double calmAfter = Double.POSITIVE_INFINITY;
        for (double since = 0; since < GIVE_UP && calmAfter > GIVE_UP; since = (System.nanoTime() - end) / 1e9) {
            if (told(1, new Load(server.port(), pages.tell(1, PROBE)).open(8, PROBE, 1))
                            .p99()
                    < CALM_MS) {
                calmAfter = since;
            }
        }
        drain();
        return new Overload(offered, taken, backlog, calmAfter, (System.nanoTime() - end) / 1e9);
    }

    /** Keeps count of what must be there in the end, and of what may be. */
    private Load.Result told(int beats, Load.Result result) {
        acknowledged += beats * result.answered();
        unsure += beats * (result.shed() + result.failed());
        return result;
    }

    private IngestReport.Kept kept() throws SQLException, IOException {
        try (var database = server.database()) {
            long rows = Twin.number(database, STORED) - before;
            long bytes = Twin.number(database, """
                    select sum(pg_total_relation_size(inhrelid))
                    from pg_inherits
                    where inhparent = 'tracking.event'::regclass
                    """);
            long all = Twin.number(database, "select count(*) from tracking.event");
            return new IngestReport.Kept(acknowledged, unsure, rows, bytes / (double) all);
        }
    }

    private long number(String sql) throws SQLException, IOException {
        try (var database = server.database()) {
            return Twin.number(database, sql);
        }
    }

    /** Nothing is measured while what was told before is still being worked off. */
    private void drain() throws Exception {
        while (number(DUE) > 0) {
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }
}
