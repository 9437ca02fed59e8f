package io.tilth.acquisition;

import static org.assertj.core.api.Assertions.assertThat;

import io.tilth.sandbox.corp.Member;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** WeCom's list of a code, when WeCom refuses it for one of its members, or somebody else is telling it just now. */
class CodeListsTest extends ChannelCodeKit {

    @Test
    void goesOnWithTheOthersWhenWecomRefusesOne() {
        verified("member2", false);
        var code = open(members(0, 2), members(1));
        assertThat(code.path("state").asString()).as(code.toString()).isEqualTo("LIVE");
        assertThat(way(code).users()).containsExactly("member0");
        assertThat(code.path("aside").valueStream().map(one -> one.path("id").asString()))
                .containsExactly(member(2).value().toString());
        assertThat(code.path("aside").path(0).path("why").asString()).isEqualTo("还没有实名认证");

        verified("member2", true);
        var saved = save(code, members(0, 2), members(1));
        assertThat(way(code).users()).containsExactly("member0", "member2");
        assertThat(saved.path("aside")).isEmpty();
    }

    @Test
    void leadsToTheSpareWhenWecomRefusesTheOnlyMember() {
        verified("member0", false);
        var code = open(members(0), members(1));
        assertThat(way(code).users()).containsExactly("member1");
        verified("member0", true);
    }

    @Test
    void saysWhatIsWrongWhenWecomTakesNobody() {
        IntStream.range(0, 2).forEach(number -> verified("member" + number, false));
        var code = open(members(0), members(1));
        assertThat(code.path("state").asString()).isEqualTo("TROUBLED");
        assertThat(code.path("why").asString()).contains("实名");
        assertThat(code.path("aside")).isEmpty();

        IntStream.range(0, 2).forEach(number -> verified("member" + number, true));
        save(code, members(0), members(1));
        assertThat(way(code).users()).containsExactly("member0");
    }

    @Test
    void leavesWecomAloneWhileSomebodyElseIsTellingIt() {
        var code = open(members(0), members(1));
        busy("now() + interval '1 minute'");
        var saved = save(code, members(2), members(1));
        assertThat(way(code).users()).containsExactly("member0");

        busy("null");
        save(saved, members(2), members(1));
        assertThat(way(code).users()).containsExactly("member2");
    }

    @Test
    void findsTheCodesOfARegion() {
        var shop = actors.admins().open(CORP, "滨江店", 1);
        edited("member2", List.of(shop.id()), true);
        sync();
        var there = open(members(2), members(1));
        var elsewhere = open(members(0), members(2));
        assertThat(found(department("滨江店"))).containsExactly(id(there));
        var top = in(() -> jdbc.sql("select id from directory.department where tenant_id = :tenant and number = 1")
                .query(UUID.class)
                .single());
        assertThat(found(top)).containsExactlyInAnyOrder(id(there), id(elsewhere));
    }

    private UUID department(String name) {
        return in(() -> jdbc.sql("select id from directory.department where tenant_id = :tenant and name = :name")
                .param("name", name)
                .query(UUID.class)
                .single());
    }

    private List<String> found(UUID department) {
        return json(marketer.get("/api/v1/channel-codes?department=" + department)
                        .body())
                .path("items")
                .valueStream()
                .map(ChannelCodeKit::id)
                .toList();
    }

    private void busy(String until) {
        in(() -> jdbc.sql("update acquisition.channel_code set busy_until = " + until + " where tenant_id = :tenant")
                .update());
    }

    /** Nothing of this reaches our directory: WeCom alone knows. */
    private void verified(String user, boolean so) {
        edited(user, List.of(1), so);
    }

    private void edited(String user, List<Integer> departments, boolean verified) {
        actors.admins()
                .edit(
                        CORP,
                        user,
                        one -> new Member(
                                one.corp(),
                                one.id(),
                                one.name(),
                                departments,
                                one.leads(),
                                one.position(),
                                one.mobile(),
                                one.gender(),
                                one.email(),
                                one.alias(),
                                one.status(),
                                one.servesCustomers(),
                                verified));
    }

    private String members(int... numbers) {
        return String.join(
                ",",
                IntStream.of(numbers)
                        .mapToObj(number -> "\"" + member(number).value() + "\"")
                        .toList());
    }

    private JsonNode open(String members, String spares) {
        var channel = channel("渠道" + UUID.randomUUID().toString().substring(0, 8));
        return made(
                "/api/v1/channel-codes",
                "{\"companyId\": null, \"form\": " + form(channel, "名单", members, spares, "") + "}");
    }

    private JsonNode save(JsonNode code, String members, String spares) {
        var channels = code.path("channels").valueStream().toList();
        var form = form(channels.getLast(), "名单", members, spares, "");
        var answer = marketer.put(
                "/api/v1/channel-codes/" + id(code),
                "{\"form\": " + form + ", \"version\": " + code.path("version").asInt() + "}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer.body());
    }
}
