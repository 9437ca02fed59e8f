package io.tilth.bench;

import io.tilth.sandbox.chat.ChatMessage;
import io.tilth.sandbox.contactway.ContactWay;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What the walk needs of the demo company: a code on the wall, guides at their screens, customers with a page open. */
final class WalkStage {

    private static final String ARTICLE = "118㎡三居收纳怎么做";
    private static final int PAGES = 200;
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(25);
    /** Logins by whom WeCom knows. */
    static final Map<String, String> GUIDES = Map.of("linxiao", "lin", "chenyan", "chen");

    private final DemoCompany company;
    private final Session marketer;
    private final Map<String, Session> guides = new HashMap<>();
    private final Map<String, Long> greeted = new ConcurrentHashMap<>();
    private String code = "";

    WalkStage(DemoCompany company) {
        this.company = company;
        int port = company.server().port();
        this.marketer = Session.of(port, "shen");
        GUIDES.forEach((user, login) -> guides.put(user, Session.of(port, login)));
        company.sandbox()
                .world()
                .watch(change -> change.steps().values().stream()
                        .flatMap(step -> step.stream())
                        .filter(ChatMessage.class::isInstance)
                        .map(ChatMessage.class::cast)
                        .filter(message -> !message.from().isEmpty()) // the platform itself says that they are friends
                        .forEach(message -> greeted.putIfAbsent(message.chat(), System.nanoTime())));
    }

    Scans scans() {
        return new Scans(company.sandbox().actors().customers(), code);
    }

    Stream<Long> greeted(Scans.Scan scan) {
        return Stream.ofNullable(greeted.get(scan.chat()));
    }

    void awaitGreetings(Scans scans) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE;
        while (!scans.all().stream().allMatch(scan -> greeted.containsKey(scan.chat())) && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
        TimeUnit.SECONDS.sleep(2); // what is shown comes a moment after the greeting
    }

    /** A code of both guides with a welcome that brings an article. */
    void hangUp() throws InterruptedException {
        var ways = company.sandbox().platform().world().table(ContactWay.class);
        var channel = marketer.ask("POST", "/api/v1/channels", form("name", "压测", "parentId", null, "order", 0));
        var form = codeForm(channel.path("id").asString());
        marketer.ask("POST", "/api/v1/channel-codes", form("companyId", null, "form", form));
        long end = System.nanoTime() + PATIENCE;
        Optional<ContactWay> made = Optional.empty();
        while (made.isEmpty()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("WeCom was not asked for the code.");
            }
            TimeUnit.MILLISECONDS.sleep(50);
            made = ways.all().filter(WalkStage::leadsToTheGuides).findFirst();
        }
        code = company.sandbox().platform().qrCodes().content(made.get().id());
    }

    private static boolean leadsToTheGuides(ContactWay way) {
        var users = way.users().stream().map(user -> user.toLowerCase(Locale.ROOT));
        return users.collect(Collectors.toSet()).equals(GUIDES.keySet());
    }

    private Map<String, Object> codeForm(String channel) {
        var form = form("name", "压测台卡", "channelId", channel, "remark", "", "welcome", welcome());
        form.put("members", Stream.of("林晓", "陈燕").map(this::member).toList());
        Stream.of("departments", "spares", "tags").forEach(none -> form.put(none, List.of()));
        Stream.of("byRest", "balanced", "exclusive").forEach(off -> form.put(off, false));
        Stream.of("dailyCap", "stageId", "expiresAt").forEach(unset -> form.put(unset, null));
        form.put("skipVerify", true);
        return form;
    }

    private Map<String, Object> welcome() {
        var words = "您好，我是{门店}的{称呼}，这份《{素材}》先给您参考。";
        var welcome = form("on", true, "day", words, "night", words, "pieces", List.of());
        welcome.put("materials", List.of(material(ARTICLE)));
        return welcome;
    }

    /** Customers who have the quote open and have not looked at it yet. */
    List<Quote> quotes(String run, int count) throws Exception {
        var scans = scans();
        for (int i = 0; i < count; i++) {
            scans.scan("看 " + run + " " + i, System.nanoTime());
        }
        awaitGreetings(scans);
        var quote = priced();
        var customers = names("看 " + run, count);
        var quotes = new ArrayList<Quote>();
        for (var scan : scans.all()) {
            var customer = customers.get(scan.name());
            var guide = guides.get(scan.user());
            var share = guide.ask(
                    "POST", "/api/v1/shares", form("materialId", quote, "customerId", customer, "way", "ONE_TO_ONE"));
            guide.ask("POST", "/api/v1/shares/" + share.path("id").asString() + "/sent", Map.of());
            quotes.add(new Quote(customer, page(share.path("url").asString(), scan.person())));
        }
        return quotes;
    }

    /** A link to an article for whoever comes. */
    URI openLink() {
        return openLink(material(ARTICLE));
    }

    /** A link to a document of several pages. */
    URI openQuote() {
        return openLink(priced());
    }

    private URI openLink(String material) {
        var share = guides.get("linxiao")
                .ask("POST", "/api/v1/shares", form("materialId", material, "customerId", null, "way", "OPEN"));
        return URI.create(share.path("url").asString());
    }

    /** Pages of others, who read an open link. */
    List<Reader> pages(String run) throws Exception {
        var link = openLink().toString();
        var pages = new ArrayList<Reader>();
        for (int i = 0; i < PAGES; i++) {
            var person = company.sandbox().actors().customers().appear("读 " + run + " " + i);
            pages.add(page(link, person.id()));
        }
        return pages;
    }

    private static Reader page(String link, String person) throws Exception {
        return Reader.open(
                URI.create(link), "person:" + person, UUID.randomUUID().toString());
    }

    /** The ids of so many customers whose names begin so, as soon as all are known. */
    Map<String, String> names(String prefix, int count) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE;
        var names = names(prefix);
        while (names.size() < count && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(500);
            names = names(prefix);
        }
        return names;
    }

    private Map<String, String> names(String prefix) {
        var names = new HashMap<String, String>();
        for (var cursor = ""; cursor != null; ) {
            var page = marketer.get("/api/v1/customers?limit=100" + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
            page.path("items")
                    .valueStream()
                    .filter(one -> one.path("name").asString("").startsWith(prefix))
                    .forEach(one -> names.put(
                            one.path("name").asString(), one.path("id").asString()));
            cursor = page.path("next").asString(null);
        }
        return names;
    }

    /** The alert about each customer who reads a quote, as soon as there is one about all. */
    Map<String, String> alerts(List<Quote> quotes) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE;
        var alerts = alerts();
        while (!quotes.stream().allMatch(quote -> alerts.containsKey(quote.customer())) && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(500);
            alerts.putAll(alerts());
        }
        TimeUnit.SECONDS.sleep(1); // what is there is told a moment later
        return alerts;
    }

    private Map<String, String> alerts() {
        var alerts = new HashMap<String, String>();
        for (var guide : guides.values()) {
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

    /** A customer with the page that they have open. */
    record Quote(String customer, Reader page) {}
}
