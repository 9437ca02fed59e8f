package io.tilth.bench;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The lists and pages that people open most, while the database grows to that of many companies and years: how long one
 * takes when two people ask at a time, one after the other.
 */
final class ListsBench {

    private static final double SCALE = Double.parseDouble(System.getProperty("tilth.bench.scale", "1"));
    private static final int RUNS = Integer.getInteger("tilth.bench.runs", 3);
    private static final int SECONDS = Integer.getInteger("tilth.bench.seconds", 2);
    private static final int AT_ONCE = 2;

    /** What the 99th of a hundred may take, in milliseconds. */
    private static final double BAR = 50;

    private final DemoCompany company;
    private final BenchedServer server;
    private final Path reports;

    ListsBench(DemoCompany company, Path reports) {
        this.company = company;
        this.server = company.server();
        this.reports = reports;
    }

    /** @param who asks, as they are signed in; the yardstick asks as nobody */
    private record Page(String name, String path, String who) {}

    /**
     * @param rows interactions in all
     * @param p99 in milliseconds, the median of the runs
     */
    private record Figure(long rows, int companies, String page, double p50, double p99, double load) {}

    void run() throws Exception {
        Growth.needs((long) (10_000_000 * SCALE));
        System.out.println("the demo company fills …");
        company.settle();
        long tenant;
        long begun;
        try (var database = server.database()) {
            tenant = Twin.number(database, "select tenant_id from customer.customer group by 1 order by count(*) desc");
            begun = Twin.number(database, "select count(*) from customer.interaction");
        }
        var pages = pages(tenant);
        var growth = new Growth(server, tenant);
        var figures = new ArrayList<Figure>();
        measure(pages, begun, 1); // warming up
        figures.addAll(measure(pages, begun, 1));
        for (var step : List.of(new Step(100_000, 20), new Step(1_000_000, 200), new Step(10_000_000, 200))) {
            long rows = (long) (step.interactions() * SCALE);
            if (rows > begun) {
                long since = System.nanoTime();
                growth.to(rows, step.companies());
                System.out.printf("grown in %,d s%n", (System.nanoTime() - since) / 1_000_000_000);
                figures.addAll(measure(pages, rows, step.companies()));
            }
        }
        write(pages, figures);
    }

    private record Step(long interactions, int companies) {}

    private List<Page> pages(long tenant) {
        var marketer = Session.of(server.port(), "shen");
        var guide = Session.of(server.port(), "lin");
        var customer = guide.get("/api/v1/customers?limit=1").at("/items/0/id").asString();
        var office = marketer.cookie();
        var shop = guide.cookie();
        return List.of(
                new Page("one row by its key", "/open/bench/row/" + tenant + "/" + customer, ""),
                new Page("today, of a guide", "/api/v1/today", shop),
                new Page("alerts, of a guide", "/api/v1/alerts?state=OPEN", shop),
                new Page("customers, of a guide", "/api/v1/customers", shop),
                new Page("a customer", "/api/v1/customers/" + customer, shop),
                new Page("a customer's timeline", "/api/v1/customers/" + customer + "/timeline", shop),
                new Page("a customer's score", "/api/v1/customers/" + customer + "/score", shop),
                new Page("customers, of all", "/api/v1/customers", office),
                new Page("customers, of a grade", "/api/v1/customers?grade=HIGH", office),
                new Page("customers, sought by name", "/api/v1/customers?q=%E7%8E%8B", office),
                new Page("overview", "/api/v1/overview?period=LAST_30", office),
                new Page("funnel", "/api/v1/overview/funnel?period=LAST_30", office),
                new Page("materials", "/api/v1/materials", office),
                new Page("codes", "/api/v1/channel-codes", office),
                new Page("members", "/api/v1/members", office));
    }

    private List<Figure> measure(List<Page> pages, long rows, int companies) throws InterruptedException {
        var figures = new ArrayList<Figure>();
        System.out.printf("%,d interactions of %d companies%n", rows, companies);
        for (var page : pages) {
            figures.add(measure(page, rows, companies));
            var last = figures.getLast();
            System.out.printf("  %-28s p50 %7.1f ms  p99 %7.1f ms%n", page.name(), last.p50(), last.p99());
        }
        return figures;
    }

    private Figure measure(Page page, long rows, int companies) throws InterruptedException {
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        var request = page.who().isEmpty() ? Wire.get(page.path()) : Wire.get(page.path(), page.who());
        var runs = new ArrayList<Load.Result>();
        for (int run = 0; run < RUNS; run++) {
            var result = new Load(server.port(), number -> request).closed(AT_ONCE, SECONDS);
            if (result.failed() + result.shed() > 0) {
                throw new IllegalStateException(page.path() + " was refused: " + result);
            }
            runs.add(result);
        }
        return new Figure(
                rows, companies, page.name(), median(runs, Load.Result::p50), median(runs, Load.Result::p99), load);
    }

    private static double median(List<Load.Result> runs, ToDoubleFunction<Load.Result> figure) {
        return runs.stream().mapToDouble(figure).sorted().toArray()[runs.size() / 2];
    }

    private void write(List<Page> pages, List<Figure> figures) throws Exception {
        var sections = pages.stream()
                .map(page -> section(
                        page,
                        figures.stream()
                                .filter(figure -> figure.page().equals(page.name()))
                                .toList()))
                .toList();
        Sheet.write(
                reports,
                "lists",
                figures,
                Sheet.page(
                        "Lists and pages",
                        "Light: half of them took so long at most; dark: 99 of a hundred. The line is the bar for the 99.",
                        sections));
    }

    private static String section(Page page, List<Figure> figures) {
        boolean met = figures.stream().allMatch(figure -> figure.p99() <= BAR);
        var rows = figures.stream().map(ListsBench::row).toList();
        return Sheet.judged(
                page.name(), met, met ? "met" : "not met", "", new Chart(page.name(), rows, BAR, " ms").svg());
    }

    private static Chart.Row row(Figure figure) {
        return new Chart.Row(
                "%,d k".formatted(figure.rows() / 1_000),
                figure.companies() + (figure.companies() == 1 ? " company" : " companies"),
                new double[] {figure.p99(), figure.p50()},
                figure.p99() <= BAR,
                "%.1f ms".formatted(figure.p99()),
                "p50 %.1f".formatted(figure.p50()));
    }
}
