package io.tilth.bench;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/**
 * Nine companies that ask like any, and one that asks ten times as much, and then ten times what a company may: whether
 * the nine notice. All limits are as shipped; each company comes from addresses of its own.
 */
final class NeighboursBench {

    private static final int RUNS = Integer.getInteger("tilth.bench.runs", 3);
    private static final int SECONDS = Integer.getInteger("tilth.bench.seconds", 15);

    private static final int QUIET = 9;

    /** Requests a second of each. */
    private static final int USUAL = 20;

    /** What a company may ask in a second on end, see {@code tilth.limits.tenant.per-second}. */
    private static final int ALLOWED = 500;

    private static final int LOUD_KEYS = 100;
    private static final int OFFICES = 20;
    private static final int LOUD_CONNECTIONS = 64;

    /** Until what may be asked at once after a pause is used up. */
    private static final int BURST_SECONDS = 3;

    private final BenchedServer server;
    private final DemoCompany company;
    private final Path reports;

    NeighboursBench(DemoCompany company, Path reports) {
        this.company = company;
        this.server = company.server();
        this.reports = reports;
    }

    /**
     * @param alone the nine without the loud one
     * @param beside while it asks ten times as much as each of them
     * @param under while it asks ten times what a company may
     * @param loud what became of the loud one then
     */
    record Run(double load, Load.Result alone, Load.Result beside, Load.Result under, Load.Result loud)
            implements Report.Run {

        @Override
        public String toString() {
            return String.format(Locale.ROOT, """
                    load %.1f
                      nine alone                                %s
                      beside one that asks ten times as much    %s
                      beside one that asks ten times its share  %s
                      that one then                             %s, of %,.0f/s asked""", load, alone, beside, under, loud, loud.asked());
        }
    }

    void run() throws Exception {
        System.out.println("the demo company fills; then ten more open …");
        company.settle();
        var neighbours = new Neighbours(server.port());
        var quiet = new ArrayList<String>();
        for (int number = 1; number <= QUIET; number++) {
            quiet.addAll(neighbours.open("Quiet " + number, 1));
        }
        var loud = neighbours.open("Loud", LOUD_KEYS);
        System.out.println("warming up …");
        quiet(quiet, SECONDS);
        loud(loud, 2 * ALLOWED, SECONDS);
        quiet(quiet, SECONDS);
        var runs = new ArrayList<Run>();
        for (int run = 1; run <= RUNS; run++) {
            runs.add(run(quiet, loud));
            System.out.println("run " + run + ": " + runs.getLast());
        }
        new Report<>(
                        "neighbours",
                        "A loud neighbour",
                        "How long nine companies wait while a tenth asks too much; as many times as long as without it.",
                        List.of(
                                Goal.<Run>atMost(
                                        1.5,
                                        " ×",
                                        "Beside one that asks ten times as much",
                                        run -> run.beside().p99() / run.alone().p99()),
                                Goal.<Run>atMost(
                                        1.5,
                                        " ×",
                                        "Beside one that asks ten times its share",
                                        run -> run.under().p99() / run.alone().p99())),
                        runs,
                        Map.of("quiet", QUIET, "perSecond", USUAL, "allowed", ALLOWED),
                        List.of())
                .write(reports);
    }

    private Run run(List<String> quiet, List<String> loud) throws Exception {
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        var alone = quiet(quiet, SECONDS);
        var beside = beside(quiet, loud, 10 * USUAL);
        var under = beside(quiet, loud, 10 * ALLOWED);
        TimeUnit.SECONDS.sleep(2);
        return new Run(load, alone, beside.nine(), under.nine(), under.one());
    }

    private record Both(Load.Result nine, Load.Result one) {}

    private Both beside(List<String> quiet, List<String> loud, int perSecond) throws Exception {
        loud(loud, perSecond, BURST_SECONDS);
        var one = CompletableFuture.supplyAsync(() -> loud(loud, perSecond, SECONDS));
        var nine = quiet(quiet, SECONDS);
        return new Both(nine, one.get());
    }

    private Load.Result quiet(List<String> keys, int seconds) throws InterruptedException {
        return new Load(server.port(), asking(keys), connection -> "127.0.1." + (1 + connection % QUIET))
                .open(2 * QUIET, QUIET * USUAL, seconds);
    }

    private Load.Result loud(List<String> keys, int perSecond, int seconds) {
        try {
            return new Load(server.port(), asking(keys), connection -> "127.0.2." + (1 + connection % OFFICES))
                    .open(LOUD_CONNECTIONS, perSecond, seconds);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private static IntFunction<byte[]> asking(List<String> keys) {
        var requests = keys.stream()
                .map(key -> Wire.get("/open/v1/audit?limit=20", "Authorization: Bearer " + key))
                .toList();
        return number -> requests.get(number % requests.size());
    }
}
