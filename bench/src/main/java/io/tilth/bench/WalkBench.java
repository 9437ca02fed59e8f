package io.tilth.bench;

import io.tilth.sandbox.chat.ChatMessage;
import io.tilth.sandbox.contactway.ContactWay;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

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
    private static final int VIEWS = Integer.getInteger("tilth.bench.views", 5);
    private static final int PAGES = 200;
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(25);
    /** Those who are logged in, by whom WeCom knows. */
    private static final Map<String, String> GUIDES = Map.of("linxiao", "lin", "chenyan", "chen");

    private final DemoCompany company;
    private final Path reports;
    private final Session marketer;
    private final List<Map<String, Long>> screens = new ArrayList<>();
    private final Map<String, Long> greeted = new ConcurrentHashMap<>();
    private String code = "";

    WalkBench(DemoCompany company, Path reports) {
        this.company = company;
        this.reports = reports;
        this.marketer = Session.of(company.server().port(), "shen");
    }

    void run() throws Exception {
        System.out.println("the demo company fills; then a minute of warming up …");
        company.settle();
        prepare();
        play("warming up", SECONDS);
        var runs = new ArrayList<WalkRun>();
        for (int run = 1; run <= RUNS; run++) {
            runs.add(play("run " + run, SECONDS));
            System.out.println(runs.getLast());
        }
        new WalkReport(runs, SCANS, BEATS, VIEWS, SECONDS).write(reports);
    }

    private void prepare() throws Exception {
        GUIDES.values()
                .forEach(guide ->
                        screens.add(Session.of(company.server().port(), guide).listen()));
        company.sandbox()
                .world()
                .watch(change -> change.steps().values().stream()
                        .flatMap(step -> step.stream())
                        .forEach(thing -> {
                            if (thing instanceof ChatMessage message) {
                                greeted.putIfAbsent(message.chat(), System.nanoTime());
                            }
                        }));
        code = hangUp();
    }

    private WalkRun play(String name, int seconds) throws Exception {
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        var quotes = quotes(name, VIEWS * seconds);
        var pages = pages(name);
        var scans = new Scans();
        var views = new long[quotes.size()];
        var beating = new Pace(BEATS, seconds).begin((number, due) -> beat(pages.get(number % pages.size())));
        var scanning = new Pace(SCANS, seconds).begin((number, due) -> scans.scan(name + " " + number, due));
        var viewing = new Pace(VIEWS, seconds).begin((number, due) -> {
            views[number] = due;
            beat(quotes.get(number).page());
        });
        long failed = beating.call() + viewing.call();
        scanning.call();
        await(() -> scans.due.keySet().stream().allMatch(greeted::containsKey));
        var seen = names(name);
        var welcomes = scans.due.entrySet().stream()
                .filter(scan -> greeted.containsKey(scan.getKey()))
                .map(scan -> greeted.get(scan.getKey()) - scan.getValue())
                .toList();
        var shown = scans.named.entrySet().stream()
                .flatMap(scan -> told("customer", seen.get(scan.getKey())).map(at -> at - scan.getValue()))
                .toList();
        var alerts = alerts();
        var alerted = IntStream.range(0, quotes.size())
                .boxed()
                .flatMap(one ->
                        told("alert", alerts.get(quotes.get(one).customer())).map(at -> at - views[one]))
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

    /** When the first screen heard of it. */
    private Stream<Long> told(String topic, String id) {
        return screens.stream()
                .flatMap(screen -> Stream.ofNullable(screen.get(topic + "/" + id)))
                .sorted()
                .limit(1);
    }

    private static void beat(Reader page) throws Exception {
        if (!page.beat()) {
            throw new IllegalStateException("A beat was not acknowledged.");
        }
    }

    private void await(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE;
        while (!condition.getAsBoolean() && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
        TimeUnit.SECONDS.sleep(2); // what is shown comes a moment after the greeting
    }

    /** A code of both guides with a welcome that brings an article. */
    private String hangUp() throws InterruptedException {
        var ways = company.sandbox().platform().world().table(ContactWay.class);
        var before = ways.all().map(ContactWay::id).collect(Collectors.toSet());
        var channel = marketer.ask("POST", "/api/v1/channels", form("name", "压测", "parentId", null, "order", 0));
        var words = "您好，我是{门店}的{称呼}，这份《{素材}》先给您参考。";
        var welcome = form(
                "on",
                true,
                "day",
                words,
                "night",
                words,
                "materials",
                List.of(material("118㎡三居收纳怎么做")),
                "pieces",
                List.of());
        var guides = Stream.of("林晓", "陈燕").map(this::member).toList();
        var form = form(
                "name",
                "压测台卡",
                "channelId",
                channel.path("id").asString(),
                "members",
                guides,
                "departments",
                List.of(),
                "spares",
                List.of(),
                "dailyCap",
                null,
                "byRest",
                false,
                "balanced",
                false,
                "skipVerify",
                true,
                "exclusive",
                false,
                "tags",
                List.of(),
                "remark",
                "",
                "stageId",
                null,
                "expiresAt",
                null,
                "welcome",
                welcome);
        marketer.ask("POST", "/api/v1/channel-codes", form("companyId", null, "form", form));
        long end = System.nanoTime() + PATIENCE;
        while (System.nanoTime() < end) {
            var made = ways.all().filter(way -> !before.contains(way.id())).findFirst();
            if (made.isPresent()) {
                return company.sandbox().platform().qrCodes().content(made.get().id());
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
        throw new IllegalStateException("WeCom was not asked for the code.");
    }

    /** Customers who have the quote open and have not looked at it yet. */
    private List<Quote> quotes(String run, int count) throws Exception {
        var scans = new Scans();
        for (int i = 0; i < count; i++) {
            scans.scan("看 " + run + " " + i, System.nanoTime());
        }
        await(() -> scans.due.keySet().stream().allMatch(greeted::containsKey));
        var guides = new HashMap<String, Session>();
        GUIDES.forEach(
                (user, login) -> guides.put(user, Session.of(company.server().port(), login)));
        var quote = priced();
        var customers = names("看 " + run);
        var quotes = new ArrayList<Quote>();
        for (var scan : scans.people.entrySet()) {
            var customer = customers.get(scan.getKey());
            var guide = guides.get(scan.getValue().user());
            var share = guide.ask(
                    "POST", "/api/v1/shares", form("materialId", quote, "customerId", customer, "way", "ONE_TO_ONE"));
            guide.ask("POST", "/api/v1/shares/" + share.path("id").asString() + "/sent", Map.of());
            quotes.add(new Quote(
                    customer, page(share.path("url").asString(), scan.getValue().person())));
        }
        return quotes;
    }

    /** Pages of others, who read an open link. */
    private List<Reader> pages(String run) throws Exception {
        var guide = Session.of(company.server().port(), GUIDES.get("linxiao"));
        var share = guide.ask(
                "POST",
                "/api/v1/shares",
                form("materialId", material("118㎡三居收纳怎么做"), "customerId", null, "way", "OPEN"));
        var pages = new ArrayList<Reader>();
        for (int i = 0; i < PAGES; i++) {
            var person = company.sandbox().actors().customers().appear("读 " + run + " " + i);
            pages.add(page(share.path("url").asString(), person.id()));
        }
        return pages;
    }

    private static Reader page(String link, String person) throws Exception {
        return Reader.open(
                URI.create(link), "person:" + person, UUID.randomUUID().toString());
    }

    /** The ids of the newest customers whose names begin so. */
    private Map<String, String> names(String prefix) {
        var names = new HashMap<String, String>();
        var page = marketer.get("/api/v1/customers?limit=100");
        for (boolean more = true; more; ) {
            boolean found = false;
            for (var one : page.path("items")) {
                if (one.path("name").asString("").startsWith(prefix)) {
                    names.put(one.path("name").asString(), one.path("id").asString());
                    found = true;
                }
            }
            var next = page.path("next").asString("");
            more = !next.isEmpty() && (found || names.isEmpty());
            if (more) {
                page = marketer.get("/api/v1/customers?limit=100&cursor=" + next);
            }
        }
        return names;
    }

    /** The alert about each customer. */
    private Map<String, String> alerts() {
        var alerts = new HashMap<String, String>();
        for (var login : GUIDES.values()) {
            var guide = Session.of(company.server().port(), login);
            for (var cursor = ""; cursor != null; ) {
                var page =
                        guide.get("/api/v1/alerts?state=ALL&limit=100" + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
                page.path("items")
                        .forEach(one -> alerts.putIfAbsent(
                                one.at("/customer/id").asString(),
                                one.path("id").asString()));
                cursor = page.path("next").asString(null);
            }
        }
        return alerts;
    }

    private String member(String name) {
        return first("/api/v1/members?q=" + URLEncoder.encode(name, StandardCharsets.UTF_8), "name", name)
                .path("id")
                .asString();
    }

    private String material(String title) {
        return first("/api/v1/materials?limit=100", "title", title).path("id").asString();
    }

    private String priced() {
        return marketer.get("/api/v1/materials?limit=100&state=PUBLISHED")
                .path("items")
                .valueStream()
                .filter(one -> one.path("priced").asBoolean(false))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asString();
    }

    private JsonNode first(String path, String field, String value) {
        return marketer.get(path)
                .path("items")
                .valueStream()
                .filter(one -> one.path(field).asString("").equals(value))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The demo has no " + value));
    }

    private static Map<String, Object> form(Object... pairs) {
        var form = new HashMap<String, Object>();
        for (int i = 0; i < pairs.length; i += 2) {
            form.put((String) pairs[i], pairs[i + 1]);
        }
        return form;
    }

    /** @param user the guide whom the code led to */
    private record Scanned(String person, String user) {}

    private record Quote(String customer, Reader page) {}

    /** Who scanned: their chats with when that was due, and their names. */
    private final class Scans {
        private final Map<String, Long> due = new ConcurrentHashMap<>();
        private final Map<String, Long> named = new ConcurrentHashMap<>();
        private final Map<String, Scanned> people = new ConcurrentHashMap<>();

        void scan(String name, long at) {
            var customers = company.sandbox().actors().customers();
            var person = customers.appear(name);
            var follow = customers.scan(person, code).orElseThrow();
            due.put(ChatMessage.between(follow.user(), follow.customer()), at);
            named.put(name, at);
            people.put(name, new Scanned(person.id(), follow.user().toLowerCase(Locale.ROOT)));
        }
    }
}
