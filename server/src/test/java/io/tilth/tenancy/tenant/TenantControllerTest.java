package io.tilth.tenancy.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import io.tilth.ServerTest;
import io.tilth.kernel.KernelProbe;
import io.tilth.kernel.Probing;
import io.tilth.kernel.TenantId;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ServerTest
@Import(KernelProbe.class)
class TenantControllerTest {

    private static final String PATH = "/api/v1/operator/tenants";

    @LocalServerPort
    int port;

    @Autowired
    JsonMapper json;

    @Autowired
    JdbcClient jdbc;

    Probing operator;
    String brand;

    @BeforeEach
    void asAnOperator() {
        operator = new Probing(
                port, TenantId.HOUSE, UUID.randomUUID(), "tenant:read,tenant:write,tenant:close,audit:read");
        brand = "Brand" + UUID.randomUUID().toString().substring(0, 8);
    }

    @Test
    void opensACompanyAndFindsItByNameAndNumber() {
        var opened = open("Acme", "TRIAL", Duration.ofDays(14));

        assertThat(opened.get("state").asString()).isEqualTo("ACTIVE");
        assertThat(opened.get("version").asInt()).isEqualTo(1);
        assertThat(names("?q=" + brand.toLowerCase())).containsExactly(brand + "Acme");
        assertThat(list("?q=" + id(opened)).toString()).contains(brand + "Acme");
        assertThat(trail()).contains("tenant.opened");
    }

    @Test
    void neverShowsTheHouseAsATenant() {
        assertThat(list("?q=0").toString()).doesNotContain("\"id\":0,");
        assertThat(operator.get(PATH + "/0").statusCode()).isEqualTo(404);
        assertThat(act("0", "suspend", "{\"reason\":\"x\"}").statusCode()).isEqualTo(404);
    }

    @Test
    void namesEveryFieldThatNeedsAnotherLook() {
        var answer = operator.post(PATH, """
                {"name": " ", "timeZone": "Asia/Shanghai", "plan": "PRO", "validUntil": "2030-01-01T00:00:00Z"}""");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("#/name", "#/trade");
        assertThat(operator.post(PATH, """
                {"name": "A", "trade": "RETAIL", "timeZone": "Mars/Base", "plan": "PRO"}""").body()).contains("#/timeZone");
    }

    @Test
    void filtersThoseThatSomebodyShouldLookAfter() {
        open("Trial", "TRIAL", Duration.ofDays(6));
        open("LongTrial", "TRIAL", Duration.ofDays(20));
        open("Paid", "PRO", Duration.ofDays(300));
        var idle = open("Idle", "PRO", Duration.ofDays(300));
        openedLongAgo(idle);
        var suspended = open("Suspended", "PRO", Duration.ofDays(300));
        act(id(suspended), "suspend", "{\"reason\":\"unpaid\"}");
        var closing = open("Closing", "PRO", Duration.ofDays(300));
        act(id(closing), "close", "{\"name\":\"%s\"}".formatted(name(closing)));

        assertThat(names("?filter=TRIAL_ENDING&q=" + brand)).containsExactly(brand + "Trial");
        assertThat(names("?filter=EXPIRING&q=" + brand))
                .containsExactlyInAnyOrder(brand + "Trial", brand + "LongTrial");
        assertThat(names("?filter=IDLE&q=" + brand)).containsExactly(brand + "Idle");
        assertThat(names("?filter=SUSPENDED&q=" + brand)).containsExactly(brand + "Suspended");
        assertThat(names("?filter=CLOSING&q=" + brand)).containsExactly(brand + "Closing");
    }

    @Test
    void filtersByOwner() {
        var owner = UUID.randomUUID();
        open("Other", "PRO", Duration.ofDays(9));
        var mine = open("Mine", "PRO", Duration.ofDays(9));
        put(mine, "Mine", 1, owner);

        assertThat(names("?owner=" + owner)).containsExactly(brand + "Mine");
    }

    @Test
    void goesThroughTheListPageByPageInEveryOrder() {
        for (var name : List.of("王", "李", "张")) {
            open(name, "PRO", Duration.ofDays(name.equals("李") ? 1 : 9));
        }
        var seen = open("陈", "PRO", Duration.ofDays(3));
        jdbc.sql("update tenancy.tenant set last_signed_in_at = now() where id = :id")
                .param("id", Long.valueOf(id(seen)))
                .update();

        assertThat(paged("NEWEST")).containsExactly("陈", "张", "李", "王");
        assertThat(paged("VALID_UNTIL")).containsExactly("李", "陈", "王", "张");
        assertThat(paged("LAST_SIGNED_IN")).containsExactly("王", "李", "张", "陈");
        assertThat(paged("NAME")).containsExactly("陈", "李", "王", "张");
    }

    @Test
    void refusesACursorThatItDidNotGive() {
        assertThat(operator.get(PATH + "?cursor=bm9uc2Vuc2U").statusCode()).isEqualTo(400);
    }

    @Test
    void hasOneOfTwoOperatorsLookAgain() {
        var acme = open("Acme", "PRO", Duration.ofDays(9));

        assertThat(put(acme, "First", 1, null).get("version").asInt()).isEqualTo(2);
        var stale = put(acme, "Second", 1, null);

        assertThat(stale.get("type").asString()).isEqualTo("/problems/stale");
        assertThat(stale.get("current").get("name").asString()).isEqualTo(brand + "First");
        assertThat(trail()).contains("tenant.changed", brand + "First");
    }

    @Test
    void suspendsWithAReasonAndResumes() {
        var acme = open("Acme", "PRO", Duration.ofDays(9));

        assertThat(act(id(acme), "suspend", "{\"reason\":\" \"}").statusCode()).isEqualTo(400);
        assertThat(act(id(acme), "suspend", "{\"reason\":\"unpaid\"}").body())
                .contains("\"state\":\"SUSPENDED\"", "\"suspendedReason\":\"unpaid\"");
        assertThat(act(id(acme), "suspend", "{\"reason\":\"unpaid\"}").statusCode())
                .isEqualTo(409);
        assertThat(act(id(acme), "resume", "").body()).contains("\"state\":\"ACTIVE\"");
        assertThat(trail()).contains("tenant.suspended", "tenant.resumed");
    }

    @Test
    void extendsAllOrNone() {
        var one = open("One", "PRO", Duration.ofDays(9));
        var two = open("Two", "PRO", Duration.ofDays(9));
        var until = Instant.parse(one.get("validUntil").asString());

        var none = extend("%s,%s,999999999".formatted(id(one), id(two)), 30);
        assertThat(none.statusCode()).isEqualTo(404);
        assertThat(get(one).get("validUntil").asString()).isEqualTo(until.toString());

        var both = json.readTree(extend("%s,%s".formatted(id(one), id(two)), 30).body());
        assertThat(both.get("extended").asInt()).isEqualTo(2);
        assertThat(both.get("tenants").toString())
                .contains(until.plus(Duration.ofDays(30)).toString());
        assertThat(Instant.parse(get(two).get("validUntil").asString())).isAfter(until.plus(Duration.ofDays(29)));
    }

    @Test
    void extendsNoMoreThanFiveHundredAtOnce() {
        var ids = new ArrayList<String>();
        for (int i = 1; i <= 501; i++) {
            ids.add(String.valueOf(i));
        }
        assertThat(extend(String.join(",", ids), 1).statusCode()).isEqualTo(400);
    }

    @Test
    void closesAndKeeps() {
        var acme = open("Acme", "PRO", Duration.ofDays(9));

        assertThat(act(id(acme), "close", "{\"name\":\"Globex\"}").body()).contains("tenant-name-does-not-match");
        assertThat(act(id(acme), "close", "{\"name\":\"%s\"}".formatted(name(acme)))
                        .body())
                .contains("\"state\":\"CLOSING\"")
                .doesNotContain("\"closesAt\":null");
        assertThat(act(id(acme), "keep", "").body()).contains("\"state\":\"ACTIVE\"", "\"closesAt\":null");
    }

    @Test
    void isNoneOfACompanysBusiness() {
        var company = Probing.on(port, "company:read,company:write");

        assertThat(company.get(PATH).statusCode()).isEqualTo(403);
        assertThat(company.post(PATH + "/extend", "{}").statusCode()).isEqualTo(403);
    }

    private JsonNode open(String name, String plan, Duration valid) {
        var answer = operator.post(
                PATH, """
                {"name": "%s", "trade": "RETAIL", "timeZone": "Asia/Shanghai", "plan": "%s", "validUntil": "%s"}""".formatted(brand + name, plan, Instant.now().plus(valid)));
        assertThat(answer.statusCode()).isEqualTo(201);
        return json.readTree(answer.body());
    }

    private JsonNode put(JsonNode tenant, String name, int version, UUID owner) {
        return json.readTree(operator.put(PATH + "/" + id(tenant), """
                {"name": "%s", "trade": "RETAIL", "timeZone": "Asia/Shanghai", "plan": "PRO",
                 "validUntil": "2030-01-01T00:00:00Z", "ownerId": %s, "version": %d}""".formatted(
                                brand + name, owner == null ? "null" : "\"" + owner + "\"", version))
                .body());
    }

    private HttpResponse<String> act(String id, String deed, String body) {
        return operator.post(PATH + "/" + id + "/" + deed, body);
    }

    private HttpResponse<String> extend(String ids, int days) {
        return operator.post(PATH + "/extend", "{\"tenants\": [%s], \"days\": %d}".formatted(ids, days));
    }

    private JsonNode get(JsonNode tenant) {
        return json.readTree(operator.get(PATH + "/" + id(tenant)).body());
    }

    private JsonNode list(String query) {
        return json.readTree(operator.get(PATH + query).body());
    }

    private List<String> names(String query) {
        return list(query)
                .get("items")
                .valueStream()
                .map(TenantControllerTest::name)
                .toList();
    }

    private List<String> paged(String sort) {
        var names = new ArrayList<String>();
        var query = "?limit=1&q=" + brand + "&sort=" + sort;
        var page = list(query);
        names.add(name(page.get("items").get(0)).substring(brand.length()));
        while (!page.get("next").isNull()) {
            page = list(query + "&cursor=" + page.get("next").asString());
            names.add(name(page.get("items").get(0)).substring(brand.length()));
        }
        return names;
    }

    private String trail() {
        return operator.get("/api/v1/audit?action=tenant&actor=" + operator.account())
                .body();
    }

    private void openedLongAgo(JsonNode tenant) {
        jdbc.sql("update tenancy.tenant set created_at = now() - interval '8 days' where id = :id")
                .param("id", Long.valueOf(id(tenant)))
                .update();
    }

    private static String id(JsonNode tenant) {
        return tenant.get("id").asString();
    }

    private static String name(JsonNode tenant) {
        return tenant.get("name").asString();
    }
}
