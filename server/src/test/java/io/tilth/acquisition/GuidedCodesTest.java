package io.tilth.acquisition;

import static org.assertj.core.api.Assertions.assertThat;

import io.tilth.customer.Visitors;
import io.tilth.sandbox.contact.Follow;
import io.tilth.sandbox.contact.Person;
import io.tilth.sandbox.contactway.ContactWay;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** A page of ours chooses one member, exactly, and shows that member's own code. */
class GuidedCodesTest extends ChannelCodeKit {

    @Autowired
    Visitors visitors;

    @Test
    void makesEachMembersCodeBeforehandAndPrintsOurOwnAddress() {
        var code = open("门口", "");
        assertThat(code.path("form").asString()).isEqualTo("GUIDED");
        assertThat(code.path("state").asString()).as(code.toString()).isEqualTo("LIVE");
        assertThat(code.path("address").asString()).contains("/c/");
        assertThat(ways(code)).hasSize(2);
        assertThat(marketer.get("/api/v1/channel-codes/" + id(code) + "/qr.png").statusCode())
                .isEqualTo(200);
    }

    @Test
    void bringsWhoPressesTheCodeOnThePageToTheWelcome() {
        var code = open("门口", "\"remark\": \"{客户}-{活码}\"");
        var visit = new Visit(port, code);
        var page = visit.open();
        assertThat(page.body()).contains("长按").doesNotContain("{{");
        assertThat(page.headers().firstValue("cache-control")).hasValue("no-store");
        var person = somebody();
        var follow = press(person, code, visit.shown());
        eventually(() -> heard(follow).size() == 1);

        assertThat(follow.user()).isEqualTo("member0");
        assertThat(heard(follow).getFirst()).startsWith("您好,我是");
        eventually(() -> now(follow).remark().equals(person.name() + "-门口"));
        assertThat(figures(code).path("added").asInt()).isEqualTo(1);
        assertThat(figures(code).path("overCap").asInt()).isZero();
        assertThat(count("acquisition.guide_seat where tenant_id = :tenant")).isZero();
    }

    @Test
    void neverPassesACapHoweverManyComeAtOnce() throws InterruptedException, ExecutionException {
        var code = open(
                "开业",
                "\"dailyCap\": 3, \"members\": [\"" + member(0).value() + "\",\""
                        + member(2).value() + "\"]");
        var visits = IntStream.range(0, 24).mapToObj(_ -> new Visit(port, code)).toList();
        try (var all = Executors.newVirtualThreadPerTaskExecutor()) {
            var opened = visits.stream().map(visit -> all.submit(visit::open)).toList();
            for (var one : opened) {
                assertThat(one.get().statusCode()).isEqualTo(200);
            }
        }
        var users = users(code);
        assertThat(visits.stream().collect(Collectors.groupingBy(one -> users.get(one.shown()), Collectors.counting())))
                .isEqualTo(Map.of("member0", 3L, "member2", 3L, "member1", 18L));
        visits.forEach(one -> press(somebody(), code, one.shown()));
        eventually(() -> figures(code).path("added").asInt() == 24);

        assertThat(figures(code).path("overCap").asInt()).isZero();
        assertThat(figures(code).path("bySpare").asInt()).isEqualTo(18);
        var late = new Visit(port, code);
        late.open();
        assertThat(users.get(late.shown())).isEqualTo("member1");
    }

    @Test
    void givesTheSeatOfWhoDidNotComeToTheNext() {
        var code = open("一位", "\"dailyCap\": 1");
        var first = new Visit(port, code);
        var second = new Visit(port, code);
        first.open();
        second.open();
        first.open();
        var users = users(code);
        assertThat(users.get(first.shown())).isEqualTo("member0");
        assertThat(users.get(second.shown())).isEqualTo("member1");
        in(() -> jdbc.sql("update acquisition.guide_seat set held_until = now() where tenant_id = :tenant")
                .update());
        var third = new Visit(port, code);
        third.open();
        assertThat(users.get(third.shown())).isEqualTo("member0");
        first.open();
        assertThat(users.get(first.shown())).isEqualTo("member1");
    }

    @Test
    void saysWhatToDoWhenNobodyHasRoom() {
        var code = open("满了", "\"dailyCap\": 1");
        actors.admins().dismiss(CORP, "member1");
        eventually(() ->
                count("directory.member where tenant_id = :tenant and user_id = 'member1' and left_at is null") == 0);
        new Visit(port, code).open();
        var second = new Visit(port, code);
        var page = second.open();

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("今天都满了").doesNotContain(".png");
    }

    @Test
    void leadsAReturningCustomerToWhomTheyKnow() {
        var code = open(
                "回来",
                "\"exclusive\": true, \"dailyCap\": 1, \"members\": [\""
                        + member(0).value() + "\",\"" + member(2).value() + "\"]");
        actors.customers().add(somebody(), CORP, "member2", "");
        eventually(() -> count("customer.follow where tenant_id = :tenant") == 1);
        var visit = new Visit(port, code);
        visit.open();
        in(() -> {
            var customer = jdbc.sql("select customer_id from customer.follow where tenant_id = :tenant")
                    .query(UUID.class)
                    .single();
            var key = visit.cookie();
            visitors.know(visitors.ofKey(key).orElseThrow().id(), new io.tilth.customer.CustomerId(customer));
            return true;
        });
        var page = visit.open();

        assertThat(users(code).get(visit.shown())).isEqualTo("member2");
        assertThat(page.body()).contains("好友了");
    }

    @Test
    void keepsARetiredCodeAFriendlyDoor() {
        var code = open("旧门", "");
        marketer.post("/api/v1/channel-codes/" + id(code) + "/retire", "");
        var visit = new Visit(port, code);
        var page = visit.open();
        assertThat(page.body()).contains("已经结束");
        assertThat(users(code).get(visit.shown())).isEqualTo("member1");
        var follow = press(somebody(), code, visit.shown());
        eventually(() -> heard(follow).size() == 1);

        assertThat(heard(follow).getFirst()).contains("有想了解的随时说");
        assertThat(figures(code).path("late").asInt()).isEqualTo(1);
    }

    @Test
    void shrugsAtAnAddressThatIsNone() {
        var code = open("真的", "");
        assertThat(new Visit(port, "/c/nonsense").open().statusCode()).isEqualTo(404);
        var path = new Visit(port, code).path();
        assertThat(new Visit(port, path.substring(0, path.length() - 1) + "x")
                        .open()
                        .statusCode())
                .isEqualTo(404);
        assertThat(new Visit(port, path + "/abcd.png").open().statusCode()).isEqualTo(404);
        assertThat(new Visit(port, path + "/privacy").open().body()).contains("隐私说明");
    }

    private JsonNode open(String name, String more) {
        var channel = channel("渠道" + UUID.randomUUID().toString().substring(0, 8));
        return made(
                "/api/v1/channel-codes",
                "{\"companyId\": null, \"kind\": \"GUIDED\", \"form\": " + body(channel, name, more) + "}");
    }

    private Follow press(Person person, JsonNode code, String key) {
        var way = ways(code).get(key);
        return actors.customers()
                .scan(person, SANDBOX.platform().qrCodes().content(way.id()))
                .orElseThrow();
    }

    private Map<String, String> users(JsonNode code) {
        return ways(code).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, one -> one.getValue().users().getFirst()));
    }

    /** WeCom's side of it, by the key of each. */
    private Map<String, ContactWay> ways(JsonNode code) {
        List<String> configs = in(() -> jdbc.sql("""
                select config_id
                from acquisition.guide_way
                where tenant_id = :tenant and code_id = :code and picture is not null
                """)
                .param("code", UUID.fromString(id(code)))
                .query(String.class)
                .list());
        return configs.stream()
                .flatMap(config -> Stream.of(config)
                        .flatMap(one -> SANDBOX.world().find(ContactWay.class, ContactWay.key(CORP, one)).stream()))
                .collect(Collectors.toMap(
                        way -> way.state().substring(way.state().indexOf('_') + 1), Function.identity()));
    }
}
