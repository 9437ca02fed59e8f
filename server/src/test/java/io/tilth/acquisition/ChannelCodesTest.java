package io.tilth.acquisition;

import static org.assertj.core.api.Assertions.assertThat;

import io.tilth.sandbox.contact.Welcome;
import io.tilth.tenancy.Companies;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** From a scan to a greeted, credited, tagged customer, and each way in which that may go otherwise. */
class ChannelCodesTest extends ChannelCodeKit {

    @Test
    void bringsACustomerFromTheScanToTheWelcome() {
        var tags = actors.admins().openTags(CORP, "来源", List.of("滨江店"));
        sync();
        var tag = in(() -> jdbc.sql("select id from customer.tag where tenant_id = :tenant and name = '滨江店'")
                .query(UUID.class)
                .single());
        var code = open("台卡", edit("tags", "[\"" + tag + "\"]", edit("remark", "\"{客户}-{活码}\"", usual("台卡"))));
        var person = somebody();
        var follow = scan(person, code);
        eventually(() -> !heard(follow).isEmpty());

        assertThat(heard(follow)).hasSize(1).first().asString().startsWith("您好,我是");
        eventually(() -> now(follow).tags().size() == 1 && now(follow).remark().equals(person.name() + "-台卡"));
        assertThat(tags).isNotNull();
        eventually(() -> show(code).path("today").asInt() == 1);
        assertThat(figures(code).path("fresh").asInt()).isEqualTo(1);
        assertThat(kinds()).contains("follow.begun", "channel.credited", "welcome.sent");
        assertThat(count("customer.score_signal where tenant_id = :tenant and kind = 'FRIEND_ADDED'"))
                .isEqualTo(1);
    }

    @Test
    void tellsWecomWhomTheCodeLeadsToAndDrawsTheSameCode() {
        var code = open("展会", usual("展会"));
        assertThat(code.path("state").asString()).as(code.toString()).isEqualTo("LIVE");
        assertThat(way(code).users()).containsExactly("member0");
        assertThat(way(code).skipVerify()).isTrue();
        var png = marketer.get("/api/v1/channel-codes/" + id(code) + "/qr.png");
        assertThat(png.statusCode()).isEqualTo(200);
        assertThat(png.headers().firstValue("content-type")).contains("image/png");
        assertThat(marketer.get("/api/v1/channel-codes/" + id(code) + "/qr.svg?size=300")
                        .body())
                .startsWith("<svg");

        var changed = change(code, edit("members", "[\"" + member(2).value() + "\"]", usual("展会 2")));
        assertThat(changed.path("name").asString()).isEqualTo("展会 2");
        assertThat(way(code).users()).containsExactly("member2");
        assertThat(marketer.put("/api/v1/channel-codes/" + id(code), request(usual("旧版"), 1))
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void countsHalfAnAddAndTheWholeAsOne() {
        var code = open("半程", usual("半程"));
        var person = somebody();
        var half = actors.customers().addHalf(person, CORP, "member0", way(code).state());
        eventually(() -> heard(half).size() == 1);
        actors.members().complete(CORP, "member0", half.customer());
        eventually(() -> count("customer.follow where tenant_id = :tenant and not half") == 1);

        assertThat(heard(half)).hasSize(1);
        assertThat(figures(code).path("added").asInt()).isEqualTo(1);
        assertThat(count("messaging.welcome where tenant_id = :tenant")).isEqualTo(1);
    }

    @Test
    void creditsTwoMembersOfOneCustomerButOneNewCustomer() {
        var code = open(
                "两人",
                edit("members", "[\"" + member(0).value() + "\",\"" + member(2).value() + "\"]", usual("两人")));
        var person = somebody();
        var state = way(code).state();
        var first = actors.customers().add(person, CORP, "member0", state);
        eventually(() -> heard(first).size() == 1);
        var second = actors.customers().add(person, CORP, "member2", state);
        eventually(() -> heard(second).size() == 1);

        assertThat(figures(code).path("added").asInt()).isEqualTo(2);
        assertThat(figures(code).path("fresh").asInt()).isEqualTo(1);
    }

    @Test
    void countsWhoDeletesAndComesBackOnce() {
        var code = open("回来", usual("回来"));
        var person = somebody();
        var follow = scan(person, code);
        eventually(() -> heard(follow).size() == 1);
        SANDBOX.world().clock().move(Duration.ofSeconds(2));
        actors.members().delete(CORP, follow.user(), follow.customer());
        eventually(() -> figures(code).path("lost").asInt() == 1);
        SANDBOX.world().clock().move(Duration.ofSeconds(2));
        actors.customers().add(person, CORP, "member0", way(code).state());
        eventually(() -> count("messaging.welcome where tenant_id = :tenant and state = 'QUEUED'") == 0
                && count("messaging.welcome where tenant_id = :tenant") == 2);

        assertThat(figures(code).path("added").asInt()).isEqualTo(1);
        assertThat(figures(code).path("lost").asInt()).isZero();
    }

    @Test
    void leadsToTheSpareOnceTheCapIsReachedAndShowsWhoCameOverIt() {
        var code = open("限流", edit("dailyCap", "1", usual("限流")));
        var state = way(code).state();
        scan(somebody(), code);
        eventually(() -> figures(code).path("added").asInt() == 1);
        actors.customers().add(somebody(), CORP, "member0", state); // before WeCom was told
        eventually(() -> figures(code).path("overCap").asInt() == 1);
        eventually(() -> way(code).users().equals(List.of("member1")));
        scan(somebody(), code);
        eventually(() -> figures(code).path("bySpare").asInt() == 1);

        assertThat(figures(code).path("added").asInt()).isEqualTo(3);
    }

    @Test
    void goesOnWithTheSpareWhenTheMemberLeaves() {
        var code = open("离职", usual("离职"));
        actors.admins().dismiss(CORP, "member0");
        eventually(() -> way(code).users().equals(List.of("member1")));
        var follow = scan(somebody(), code);
        assertThat(follow.user()).isEqualTo("member1");
        eventually(() -> heard(follow).size() == 1);
    }

    @Test
    void keepsAPrintedCodeAliveAfterItIsRetired() {
        var code = open("旧台卡", usual("旧台卡"));
        var retired = json(marketer.post("/api/v1/channel-codes/" + id(code) + "/retire", "")
                .body());
        assertThat(retired.path("state").asString()).isEqualTo("RETIRED");
        assertThat(way(code).users()).containsExactly("member1");
        var follow = scan(somebody(), code);
        eventually(() -> heard(follow).size() == 1);

        assertThat(heard(follow).getFirst()).contains("有想了解的随时说");
        assertThat(figures(code).path("late").asInt()).isEqualTo(1);
        assertThat(marketer.put("/api/v1/channel-codes/" + id(code), request(usual("又用"), 2))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void leadsToTheSpareOnceTheCodeIsOver() {
        var code = open("到期", usual("到期"));
        in(() -> jdbc.sql(
                        "update acquisition.channel_code set expires_at = now() - interval '1 minute' where tenant_id = :tenant")
                .update());
        assertThat(show(code).path("state").asString()).isEqualTo("OVER");
        var follow =
                actors.customers().add(somebody(), CORP, "member0", way(code).state());
        eventually(() -> heard(follow).size() == 1);

        assertThat(heard(follow).getFirst()).contains("有想了解的随时说");
        assertThat(figures(code).path("late").asInt()).isEqualTo(1);
        eventually(() -> way(code).users().equals(List.of("member1")));
    }

    @Test
    void saysWhoWasFasterWhenAnotherToolTookTheWelcome() {
        var code = open("抢先", usual("抢先"));
        SANDBOX.world().clock().move(Duration.ZERO);
        var follow = actors.customers().add(somebody(), CORP, "member0", "another-tool");
        eventually(() -> count("customer.follow where tenant_id = :tenant") == 1);
        assertThat(SANDBOX.world().find(Welcome.class, follow.key())).isPresent();

        assertThat(figures(code).path("added").asInt()).isZero();
        assertThat(count("messaging.welcome where tenant_id = :tenant")).isZero();
        assertThat(json(marketer.get("/api/v1/welcomes/figures").body())
                        .path("missed")
                        .asInt())
                .isZero();
    }

    @Test
    void showsNothingToAnotherCompany() {
        var code = open("隔壁", usual("隔壁"));
        var globex = Companies.open(port, "Globex", "channel-code:read,channel-code:write");
        assertThat(globex.get("/api/v1/channel-codes/" + id(code)).statusCode()).isEqualTo(404);
        assertThat(globex.get("/api/v1/channel-codes/" + id(code) + "/qr.png").statusCode())
                .isEqualTo(404);
        assertThat(json(globex.get("/api/v1/channel-codes").body()).path("items"))
                .isEmpty();
    }

    @Test
    void findsCodesByNameChannelAndSilence() {
        var top = channel("线下" + UUID.randomUUID().toString().substring(0, 8));
        var below = made("/api/v1/channels", "{\"name\": \"滨江\", \"parentId\": \"" + id(top) + "\", \"order\": 0}");
        var code = made("/api/v1/channel-codes", "{\"companyId\": null, \"form\": " + body(below, "楼下", "") + "}");
        assertThat(found("?channel=" + id(top))).containsExactly(id(code));
        assertThat(found("?q=楼")).containsExactly(id(code));
        assertThat(found("?q=楼上")).isEmpty();
        assertThat(found("?quiet=true")).isEmpty();
        in(() -> jdbc.sql(
                        "update acquisition.channel_code set created_at = now() - interval '8 days' where tenant_id = :tenant")
                .update());
        assertThat(found("?quiet=true")).containsExactly(id(code));
        assertThat(show(code).path("channels")).hasSize(2);
        assertThat(marketer.delete("/api/v1/channels/" + id(top)).statusCode()).isEqualTo(409);
    }

    private List<String> found(String query) {
        return json(marketer.get("/api/v1/channel-codes"
                                + query.replace("楼", "%E6%A5%BC").replace("上", "%E4%B8%8A"))
                        .body())
                .path("items")
                .valueStream()
                .map(ChannelCodeKit::id)
                .toList();
    }

    private List<String> kinds() {
        return in(() -> jdbc.sql("select kind from customer.interaction where tenant_id = :tenant")
                .query(String.class)
                .list());
    }

    private String usual(String name) {
        return body(channel("渠道" + UUID.randomUUID().toString().substring(0, 8)), name, "");
    }

    private static String edit(String field, String value, String form) {
        var node = (ObjectNode) json(form);
        node.set(field, json(value));
        return node.toString();
    }

    private JsonNode open(String name, String form) {
        var code = made("/api/v1/channel-codes", "{\"companyId\": null, \"form\": " + form + "}");
        assertThat(code.path("name").asString()).isEqualTo(name);
        return code;
    }

    private JsonNode change(JsonNode code, String form) {
        var answer = marketer.put(
                "/api/v1/channel-codes/" + id(code),
                request(form, code.path("version").asInt()));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer.body());
    }

    private static String request(String form, int version) {
        return "{\"form\": " + form + ", \"version\": " + version + "}";
    }
}
