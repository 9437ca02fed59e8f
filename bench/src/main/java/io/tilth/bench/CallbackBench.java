package io.tilth.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/**
 * Callbacks from another process, signed and encrypted, in turn with an endpoint of the same server that makes one commit
 * for each request, and one that opens them and stores nothing. What is compared ran within the same minute.
 */
final class CallbackBench {

    private static final int RUNS = Integer.getInteger("tilth.bench.runs", 3);
    private static final int SECONDS = Integer.getInteger("tilth.bench.seconds", 5);
    private static final int[] CONNECTIONS = {8, 32, 64};
    private static final int MOST = CONNECTIONS[CONNECTIONS.length - 1];

    /** More than are taken in a second. */
    private static final int PREPARED_A_SECOND = 6_000;

    private static final int RATE = 1_000;

    private final BenchedServer server;
    private final Path reports;
    private final CallbackNews news;

    CallbackBench(BenchedServer server, Path reports) throws IOException, InterruptedException {
        this.server = server;
        this.reports = reports;
        this.news = new CallbackNews(server);
    }

    void run() throws IOException, InterruptedException {
        System.out.println("warming up …");
        closed(32, news.bare());
        closed(32, news.onlyOpened(2 * PREPARED_A_SECOND * SECONDS));
        closed(32, news.prepare(PREPARED_A_SECOND * SECONDS));
        closed(32, news.prepare(PREPARED_A_SECOND * SECONDS));
        var runs = new ArrayList<CallbackRun>();
        for (int run = 1; run <= RUNS; run++) {
            runs.add(once());
            System.out.println("run " + run + ": " + runs.getLast());
        }
        var effects = news.effects();
        effects.forEach(System.out::println);
        new Report<>(
                        "callbacks",
                        "Callbacks of WeCom",
                        "Each run beside what the same server does with less: one row and one commit each, or nothing stored at all.",
                        List.of(
                                Goal.<CallbackRun>atLeast(
                                        2 / 3.0,
                                        "",
                                        "Stored, of an endpoint with one commit each",
                                        run -> run.at(MOST).ofBare()),
                                Goal.<CallbackRun>atLeast(
                                        2_000,
                                        " /s",
                                        "Fully worked off",
                                        run -> run.at(MOST).worked()),
                                Goal.<CallbackRun>atMost(
                                        50,
                                        " ms",
                                        "Stored at 1,000 a second, p99",
                                        run -> run.even().p99())),
                        runs,
                        Map.of("effects", effects),
                        List.of(Sheet.note("What became of them", String.join("<br>", effects))))
                .write(reports);
    }

    private CallbackRun once() throws IOException, InterruptedException {
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        var steps = new ArrayList<CallbackRun.Step>();
        for (int connections : CONNECTIONS) {
            var opened = closed(connections, news.onlyOpened(2 * PREPARED_A_SECOND * SECONDS));
            var bare = closed(connections, news.bare());
            var requests = news.prepare(PREPARED_A_SECOND * SECONDS);
            var used = server.used();
            long begin = System.nanoTime();
            var stored = closed(connections, requests);
            double worked = stored.answered() / ((System.nanoTime() - begin) / 1e9);
            double processor = server.used().minus(used).toNanos() / 1e3 / stored.answered();
            steps.add(new CallbackRun.Step(connections, opened, bare, stored, worked, processor));
        }
        var even = new Load(server.port(), news.prepare(RATE * SECONDS)).open(MOST, RATE, SECONDS);
        drain();
        return new CallbackRun(load, steps, even);
    }

    /** Comes back when nothing of it is left to be worked off. */
    private Load.Result closed(int connections, IntFunction<byte[]> requests) throws IOException, InterruptedException {
        var result = new Load(server.port(), requests).closed(connections, SECONDS);
        drain();
        return result;
    }

    private void drain() throws IOException, InterruptedException {
        while (waiting() > 0) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    private long waiting() throws IOException, InterruptedException {
        return Long.parseLong(server.get("/open/bench/waiting").replaceAll("\\D", ""));
    }
}
