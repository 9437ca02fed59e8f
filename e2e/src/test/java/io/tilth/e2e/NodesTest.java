package io.tilth.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.tilth.sandbox.chat.ChatMessage;
import io.tilth.sandbox.contact.Follow;
import io.tilth.sandbox.contactway.ContactWay;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Three servers behind a proxy are one: for screens, for greetings, for what readers' pages were promised. */
class NodesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final String[] GUIDES = {"lin", "chen"};
    private static final int SCANS = 20;
    private static final int PAGES = 10;
    private static final int BEATS = 9;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    static Path home;

    @Test
    void oneOfThemIsKilledAndNobodyNotices() throws Exception {
        try (var nodes = Nodes.start(home)) {
            var marketer = Api.signedIn(nodes.port(), "shen", Demo.PASSWORD);
            var code = hangUp(nodes, marketer);
            var share = share(marketer);
            var pages = new ArrayList<BeatingPage>();
            for (int i = 0; i < PAGES; i++) {
                pages.add(new BeatingPage(URI.create(share.get("url").asString())));
            }
            knowsAtOnceWhoMayComeIn(nodes);
            var here = OpenScreens.on(nodes.first().port(), GUIDES);
            var there = OpenScreens.on(nodes.last().port(), GUIDES);

            var before = scan(nodes, code, "先来");
            var known = customers(marketer, before.keySet());
            heard(here, known);
            heard(there, known);

            Map<String, Follow> after;
            try (var reading = Executors.newVirtualThreadPerTaskExecutor()) {
                pages.forEach(page -> reading.submit(() -> reads(page)));
                reading.submit(() -> {
                    TimeUnit.MILLISECONDS.sleep(700); // in the middle of it all
                    nodes.first().kill();
                    return true;
                });
                after = scan(nodes, code, "后来");
            }
            heard(there, customers(marketer, after.keySet()));
            keptWhatWasAcknowledged(marketer, share.get("id").asString(), pages);
            greetedOnce(nodes, marketer, before);
            greetedOnce(nodes, marketer, after);
        }
    }

    /** A key that is made by one node opens the others, and what is taken back by one is soon refused by all. */
    private static void knowsAtOnceWhoMayComeIn(Nodes nodes) throws Exception {
        var boss = Api.signedIn(nodes.first().port(), "boss", Demo.PASSWORD).at("禾木里全屋定制");
        var key = boss.created("/api/v1/api-keys", """
                {"name": "三机", "rights": ["audit:read"], "expiresAt": "%s"}""".formatted(Instant.now().plus(Duration.ofDays(30))));
        for (var node : nodes.all()) {
            assertThat(audit(node, key)).as("port %d", node.port()).isEqualTo(200);
        }
        assertThat(boss.delete("/api/v1/api-keys/" + key.get("id").asString()).statusCode())
                .isLessThan(300);
        Awaitility.await("the key is refused everywhere")
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(nodes.all())
                        .allSatisfy(node -> assertThat(audit(node, key)).isEqualTo(401)));
    }

    private static int audit(PackagedServer node, JsonNode key) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(node.url("/open/v1/audit")))
                                .header(
                                        "Authorization",
                                        "Bearer " + key.get("key").asString())
                                .build(),
                        BodyHandlers.discarding())
                .statusCode();
    }

    /** A code of two guides; comes back with what it reads as. */
    private static String hangUp(Nodes nodes, Api marketer) throws Exception {
        var channel = marketer.created("/api/v1/channels", """
                {"name": "三机", "parentId": null, "order": 0}""");
        var lin = PlayedDemo.id(marketer, "/api/v1/members?q=%E6%9E%97%E6%99%93", "name", "林晓");
        var chen = PlayedDemo.id(marketer, "/api/v1/members?q=%E9%99%88%E7%87%95", "name", "陈燕");
        marketer.created(
                "/api/v1/channel-codes", """
                {"companyId": null, "form": {"name": "三机台卡", "channelId": "%s", "members": ["%s", "%s"],
                 "departments": [], "spares": [], "dailyCap": null, "byRest": false, "balanced": false,
                 "skipVerify": true, "exclusive": false, "tags": [], "remark": "", "stageId": null, "expiresAt": null,
                 "welcome": {"on": true, "day": "您好", "night": "您好", "materials": [], "pieces": []}}}""".formatted(channel.get("id").asString(), lin, chen));
        var platform = nodes.sandbox().platform();
        var way = Awaitility.await("the code at WeCom")
                .atMost(PATIENCE)
                .until(
                        () -> platform.world()
                                .table(ContactWay.class)
                                .all()
                                .filter(NodesTest::leadsToBoth)
                                .findFirst(),
                        Optional::isPresent);
        return platform.qrCodes().content(way.orElseThrow().id());
    }

    private static boolean leadsToBoth(ContactWay way) {
        return way.users().stream()
                .map(user -> user.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet())
                .equals(Set.of("linxiao", "chenyan"));
    }

    private static JsonNode share(Api marketer) throws Exception {
        var article = PlayedDemo.id(marketer, "/api/v1/materials?limit=100", "title", "118㎡三居收纳怎么做");
        return marketer.created("/api/v1/shares", """
                {"materialId": "%s", "customerId": null, "way": "OPEN"}""".formatted(article));
    }

    /** People who scan one after the other, by their names. */
    private static Map<String, Follow> scan(Nodes nodes, String code, String name) throws Exception {
        var scans = new HashMap<String, Follow>();
        var people = nodes.sandbox().actors().customers();
        for (int i = 0; i < SCANS; i++) {
            var person = people.appear(name + " " + i);
            scans.put(person.name(), people.scan(person, code).orElseThrow());
            TimeUnit.MILLISECONDS.sleep(50);
        }
        return scans;
    }

    private static Void reads(BeatingPage page) throws Exception {
        for (int i = 0; i < BEATS; i++) {
            page.beat();
            TimeUnit.MILLISECONDS.sleep(150);
        }
        return null;
    }

    /** The ids of all who came, as soon as all are known. */
    private static Set<String> customers(Api marketer, Set<String> names) {
        return Awaitility.await("the customers")
                .atMost(PATIENCE)
                .ignoreExceptions()
                .until(
                        () -> pages(marketer, "/api/v1/customers?limit=100").stream()
                                .filter(one -> names.contains(one.path("name").asString("")))
                                .map(one -> one.get("id").asString())
                                .collect(Collectors.toSet()),
                        ids -> ids.size() == names.size());
    }

    private static void heard(OpenScreens screens, Set<String> customers) {
        Awaitility.await("screens hear of new friends")
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(screens.heardOf("customer")).containsAll(customers));
    }

    /** One greeting in the chat, or none and a record why. */
    private static void greetedOnce(Nodes nodes, Api marketer, Map<String, Follow> scans) {
        Awaitility.await("greetings").atMost(PATIENCE).ignoreExceptions().untilAsserted(() -> {
            var sent = names(pages(marketer, "/api/v1/welcomes?limit=100&state=SENT"));
            var missed = pages(marketer, "/api/v1/welcomes?limit=100&state=MISSED");
            assertThat(missed)
                    .allSatisfy(
                            one -> assertThat(one.path("reason").asString("")).isNotBlank());
            for (var scan : scans.entrySet()) {
                long greetings = greetings(nodes, scan.getValue());
                boolean isSent = sent.contains(scan.getKey());
                assertThat(greetings).as(scan.getKey()).isEqualTo(isSent ? 1 : 0);
                assertThat(isSent || names(missed).contains(scan.getKey()))
                        .as(scan.getKey())
                        .isTrue();
            }
        });
        assertThat(scans.values())
                .allSatisfy(one -> assertThat(greetings(nodes, one)).isLessThan(2));
    }

    private static long greetings(Nodes nodes, Follow follow) {
        var chat = ChatMessage.between(follow.user(), follow.customer());
        return nodes.sandbox()
                .world()
                .table(ChatMessage.class)
                .under(ChatMessage.folder(follow.corp(), chat))
                .filter(message -> message.from().equals(follow.user()))
                .count();
    }

    private static void keptWhatWasAcknowledged(Api marketer, String share, List<BeatingPage> pages) {
        int acknowledged = pages.stream().mapToInt(BeatingPage::acknowledged).sum();
        assertThat(acknowledged).as(pages.getFirst().lastAnswer()).isGreaterThan(PAGES);
        Awaitility.await("every acknowledged beat")
                .atMost(PATIENCE)
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(pages(marketer, "/api/v1/shares/" + share + "/visits?limit=100"))
                        .isNotEmpty()
                        .extracting(visit -> visit.get("seconds").asInt())
                        .satisfies(seconds -> assertThat(seconds.stream()
                                        .mapToInt(Integer::intValue)
                                        .sum())
                                .isGreaterThanOrEqualTo(acknowledged * BeatingPage.SECONDS)));
    }

    private static Set<String> names(List<JsonNode> welcomes) {
        return welcomes.stream().map(one -> one.at("/customer/name").asString()).collect(Collectors.toSet());
    }

    private static List<JsonNode> pages(Api api, String path) throws Exception {
        var all = new ArrayList<JsonNode>();
        for (String next = ""; next != null; ) {
            var page = api.json(path + (next.isEmpty() ? "" : "&cursor=" + next));
            page.get("items").forEach(all::add);
            next = page.path("next").asString(null);
        }
        return all;
    }
}
