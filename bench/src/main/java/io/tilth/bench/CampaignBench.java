package io.tilth.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/**
 * Some thousand members confirm a mass message within a minute, and their customers open what it brings: 200,000 opens in
 * 20 minutes are 167 a second. Half of the readers hand the page on, and whoever it reaches opens it by their address.
 * Each reader stays for three beats. The pace is that of the real thing or faster; the length is cut.
 */
final class CampaignBench {

    private static final int RUNS = Integer.getInteger("tilth.bench.runs", 3);
    private static final int SECONDS = Integer.getInteger("tilth.bench.seconds", 90);
    private static final int OPENS = Integer.getInteger("tilth.bench.opens", 170);

    /** So long it takes until all members have confirmed. */
    private static final int RISE = Math.min(60, SECONDS / 2);

    private static final int MEMBERS = 100;
    private static final int BEATS = 3;
    private static final int GIVE_UP_SECONDS = 120;
    private static final String DUE = "select count(*) from tracking.event_due where due_at <= now()";

    private final DemoCompany company;
    private final BenchedServer server;
    private final Path reports;

    CampaignBench(DemoCompany company, Path reports) {
        this.company = company;
        this.server = company.server();
        this.reports = reports;
    }

    /**
     * @param opens pages that were opened, and how long each took from when it was due
     * @param failed pages that did not come, and beats that were not taken
     * @param visits that were made of them, and how many of those came by somebody's own address
     * @param drained seconds until nothing waited any more
     */
    record Run(double load, Latency opens, long failed, long visits, long handedOn, double drained)
            implements Report.Run {

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "load %.1f; %,d opens: p50 %.0f, p99 %.0f, at most %.0f ms; %,d refused; %,d visits, %,d by what was handed on;"
                            + " all worked off %.1f s after the last",
                    load,
                    opens.count(),
                    opens.p50(),
                    opens.p99(),
                    opens.max(),
                    failed,
                    visits,
                    handedOn,
                    drained);
        }

        double missing() {
            return failed + Math.max(0, opens.count() - visits);
        }
    }

    void run() throws Exception {
        System.out.println("the demo company fills; then a warm-up …");
        company.settle();
        var stage = new WalkStage(company);
        var links =
                IntStream.range(0, MEMBERS).mapToObj(member -> stage.openLink()).toList();
        play(links, SECONDS / 3);
        var runs = new ArrayList<Run>();
        for (int run = 1; run <= RUNS; run++) {
            runs.add(play(links, SECONDS));
            System.out.println("run " + run + ": " + runs.getLast());
        }
        new Report<>(
                        "campaign",
                        "A mass message is opened",
                        "%d opens a second after a rise of %d s, half of them of what was handed on."
                                .formatted(OPENS, RISE),
                        List.of(
                                Goal.<Run>atMost(
                                        1_000,
                                        " ms",
                                        "Until a page has come, p99",
                                        run -> run.opens().p99()),
                                Goal.<Run>atMost(10, " s", "Until all is worked off", Run::drained)),
                        runs,
                        Map.of("opensASecond", OPENS, "riseSeconds", RISE, "seconds", SECONDS),
                        List.of(missing(runs)))
                .write(reports);
    }

    private static String missing(List<Run> runs) {
        double missing = runs.stream().mapToDouble(Run::missing).sum();
        System.out.printf("pages, beats or visits missing in all runs: %.0f%n", missing);
        return Sheet.judged(
                "Nothing missing",
                missing == 0,
                missing == 0 ? "met" : "not met",
                "%.0f pages, beats or visits are missing in all runs together.".formatted(missing),
                "");
    }

    private Run play(List<URI> links, int seconds) throws Exception {
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        long visits = number("select count(*) from tracking.visit");
        long handed = number("select count(*) from tracking.visit where via_id is not null");
        var took = new ConcurrentLinkedQueue<Long>();
        var refused = new AtomicLong();
        Queue<URI> handedOn = new ConcurrentLinkedQueue<>();
        long failed = new Pace(OPENS, seconds, Math.min(RISE, seconds))
                .begin((number, due) -> {
                    var link = number % 2 == 1 ? handedOn.poll() : null;
                    var reader = Reader.stranger(link == null ? links.get(number % links.size()) : link);
                    took.add(System.nanoTime() - due);
                    if (number % 2 == 0) {
                        handedOn.add(reader.hand());
                    }
                    for (int beat = 0; beat < BEATS; beat++) {
                        TimeUnit.SECONDS.sleep(1);
                        refused.addAndGet(reader.beat() ? 0 : 1);
                    }
                })
                .call();
        long end = System.nanoTime();
        while (number(DUE) > 0 && System.nanoTime() - end < TimeUnit.SECONDS.toNanos(GIVE_UP_SECONDS)) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
        return new Run(
                load,
                Latency.of(took),
                failed + refused.get(),
                number("select count(*) from tracking.visit") - visits,
                number("select count(*) from tracking.visit where via_id is not null") - handed,
                (System.nanoTime() - end) / 1e9);
    }

    private long number(String sql) throws SQLException, IOException {
        try (var database = server.database()) {
            return Twin.number(database, sql);
        }
    }
}
