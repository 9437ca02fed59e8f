package io.tilth.acquisition;

import static org.assertj.core.api.Assertions.assertThat;

import io.tilth.guard.statement.StatementGuard;
import io.tilth.sandbox.contactway.ContactWay;
import io.tilth.sandbox.fault.Fault;
import io.tilth.sandbox.fault.Faults;
import io.tilth.tenancy.Companies;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** One plan for all shops: looked at first, then done, changed and taken back over all its codes. */
class CodePlansTest extends CodePlanKit {

    /** What is sent for hundreds of shops as for one, of all that one click asks for. */
    private static final long FEW = 80;

    @Test
    void plansChangesAndTakesBackFiveHundredShops() {
        chain(500);
        var template = template("全国台卡", channel("台卡"));
        var plan = open(template);
        var seen = fewStatements(() -> preview(plan));
        assertThat(seen.path("made").asInt()).isEqualTo(500);
        assertThat(seen.path("newChannels")).hasSize(2);
        assertThat(ways()).isEmpty();
        fewStatements(() -> {
            order(plan, "", false);
            return plan;
        });
        assertThat(settled(plan).path("done").asInt()).isEqualTo(500);
        assertThat(ways()).hasSize(500).allMatch(way -> way.users().size() == 1);
        assertThat(ways().stream().map(ContactWay::state).distinct()).hasSize(500);

        change(plan, template.put("skipVerify", false).put("pattern", "{城市}{门店}"));
        var diff = fewStatements(() -> preview(plan));
        assertThat(diff.path("changed").asInt()).isEqualTo(500);
        apply(plan);
        assertThat(ways()).hasSize(500).noneMatch(ContactWay::skipVerify);
        assertThat(ways().stream().map(ContactWay::remark)).contains("杭州门店0", "宁波门店1");

        undo(plan);
        assertThat(ways()).hasSize(500).allMatch(ContactWay::skipVerify);
        assertThat(ways().stream().map(ContactWay::remark)).contains("门店0台卡", "门店1台卡");
    }

    @Test
    void asksForNothingTwiceAfterItWasCutOff() {
        chain(12);
        var plan = open(template("断电", channel("断电")));
        SANDBOX.faults()
                .set(Faults.none().with(Fault.ANSWER_LOST, 1).onlyFor("", "/cgi-bin/externalcontact/add_contact_way"));
        order(plan, "", false);
        Awaitility.await().until(() -> ways().size() == 12); // made there, and nobody here knows
        SANDBOX.faults().set(Faults.none());
        dieAndWake();

        assertThat(settled(plan).path("done").asInt()).isEqualTo(12);
        assertThat(ways()).hasSize(12);
        assertThat(shops(plan, "")).allMatch(row -> row.path("state").asString().equals("LIVE"));
    }

    @Test
    void keepsWhatWasEditedByHandUnlessTicked() {
        chain(4);
        var template = template("手改", channel("手改"));
        var plan = open(template);
        apply(plan);
        var edited = shops(plan, "?q=门店2".replace("门店", "%E9%97%A8%E5%BA%97")).getFirst();
        edit(edited, "remark", "{客户}-手改");

        change(plan, template.put("remark", "{客户}-方案").put("skipVerify", false));
        var seen = preview(plan);
        assertThat(seen.path("edited")).hasSize(1);
        assertThat(seen.path("edited").get(0).path("own").get(0).asString()).isEqualTo("REMARK");
        assertThat(seen.path("changed").asInt()).isEqualTo(4);
        apply(plan);
        assertThat(remarks()).containsOnly("{客户}-方案", "{客户}-手改").hasSize(4);
        assertThat(ways()).noneMatch(ContactWay::skipVerify); // what was not edited follows the plan

        apply(plan, edited.path("codeId").toString(), false);
        assertThat(remarks()).containsOnly("{客户}-方案");
        undo(plan);
        assertThat(remarks()).contains("{客户}-手改");
    }

    @Test
    void retiresWhatItMadeWhenTakenBackAndTakesUpTheSameCodesAgain() {
        chain(3);
        var plan = open(template("再来", channel("再来")));
        apply(plan);
        undo(plan);
        assertThat(count("acquisition.channel_code where tenant_id = :tenant and retired_at is not null"))
                .isEqualTo(3);
        assertThat(marketer.post(at(plan) + "/undo", "").statusCode()).isEqualTo(409);

        assertThat(preview(plan).path("revived").asInt()).isEqualTo(3);
        apply(plan);
        assertThat(ways()).hasSize(3);
        assertThat(shops(plan, "")).allMatch(row -> row.path("state").asString().equals("LIVE"));
    }

    @Test
    void leavesCodesOfShopsThatAreNotWantedAnyMoreUnlessTicked() {
        chain(4);
        var template = template("收缩", channel("收缩"));
        var plan = open(template);
        apply(plan);
        template.put("scope", "CITIES").putArray("cities").add("杭州");
        change(plan, template);
        var seen = preview(plan);
        assertThat(seen.path("gone")).hasSize(2);
        assertThat(seen.path("alike").asInt()).isEqualTo(2);
        assertThat(apply(plan, "", true).path("done").asInt()).isEqualTo(2);
        assertThat(count("acquisition.channel_code where tenant_id = :tenant and retired_at is not null"))
                .isEqualTo(2);
    }

    @Test
    void saysWhichShopsHaveNobodyAndWhichCodesFailedAndTriesThoseAgain() {
        chain(3);
        in(() -> jdbc.sql("""
                delete from directory.membership
                where tenant_id = :tenant
                    and member_id = (select id from directory.member where tenant_id = :tenant and user_id = 'guide1')
                """).update());
        var plan = open(template("失败", channel("失败")));
        var blocked = preview(plan).path("blocked");
        assertThat(blocked).hasSize(1);
        assertThat(blocked.get(0).path("fate").asString()).isEqualTo("NO_GUIDE");
        in(() -> jdbc.sql(
                        "update directory.member set user_id = 'gone' where tenant_id = :tenant and user_id = 'guide2'")
                .update());
        var run = apply(plan);
        assertThat(run.path("done").asInt()).isEqualTo(1);
        assertThat(run.path("failed").asInt()).isEqualTo(1);
        assertThat(shops(plan, "?show=TROUBLED"))
                .hasSize(1)
                .allMatch(row -> !row.path("why").isNull());

        in(() -> jdbc.sql(
                        "update directory.member set user_id = 'guide2' where tenant_id = :tenant and user_id = 'gone'")
                .update());
        assertThat(marketer.post(at(plan) + "/retry", "").statusCode()).isEqualTo(202);
        assertThat(settled(plan).path("failed").asInt()).isZero();
        assertThat(ways()).hasSize(2);
    }

    @Test
    void doesNothingElseThanWasSeen() {
        chain(2);
        var template = template("所见", channel("所见"));
        var plan = open(template);
        var seen = preview(plan);
        in(() -> jdbc.sql("delete from directory.shop where tenant_id = :tenant and code = 'S0003'")
                .update());
        assertThat(run(plan, seen, 1)).isEqualTo(409);
        assertThat(run(plan, preview(plan), 7)).isEqualTo(409);
        assertThat(marketer.put(at(plan), "{\"template\": " + template + ", \"version\": 7}")
                        .statusCode())
                .isEqualTo(409);
        assertThat(ways()).isEmpty();
        apply(plan);
        assertThat(marketer.delete(at(plan)).statusCode()).isEqualTo(409);
        assertThat(audited()).contains("code-plan.opened", "code-plan.applied");
    }

    @Test
    void showsNothingToAnotherCompany() {
        chain(2);
        var plan = open(template("隔壁", channel("隔壁")));
        apply(plan);
        var globex = Companies.open(port, "Globex", "channel-code:read,channel-code:write");
        for (var path : new String[] {"", "/preview", "/shops", "/runs"}) {
            assertThat(globex.get(at(plan) + path).statusCode()).isEqualTo(404);
        }
        assertThat(globex.post(at(plan) + "/undo", "").statusCode()).isEqualTo(404);
        assertThat(json(globex.get("/api/v1/code-plans").body())).isEmpty();
    }

    private int run(JsonNode plan, JsonNode seen, int version) {
        return marketer.post(
                        at(plan) + "/runs",
                        "{\"version\": %d, \"mark\": %s, \"overwrite\": [], \"retireGone\": false}"
                                .formatted(version, seen.path("mark")))
                .statusCode();
    }

    private static <T> T fewStatements(Supplier<T> work) {
        long before = StatementGuard.toAnswer();
        var result = work.get();
        assertThat(StatementGuard.toAnswer() - before).isBetween(1L, FEW);
        return result;
    }

    /** As if the node had died while it waited for WeCom: whoever comes next finds its claims, grown old. */
    private void dieAndWake() {
        in(() -> jdbc.sql("""
                update acquisition.channel_code
                set busy_until = now() - interval '1 second'
                where tenant_id = :tenant and config_id is null
                """).update());
    }

    private void edit(JsonNode row, String field, String value) {
        var path = "/api/v1/channel-codes/" + row.path("codeId").asString();
        var code = json(marketer.get(path).body());
        var form = (ObjectNode) json("{}");
        for (var same : new String[] {
            "name", "byRest", "balanced", "skipVerify", "exclusive", "tags", "remark", "stageId", "welcome", "expiresAt"
        }) {
            form.set(same, code.path(same));
        }
        form.set("channelId", code.path("channels").get(1).path("id"));
        form.putArray("members");
        form.putArray("departments").add(code.path("departments").get(0).path("id"));
        form.putArray("spares").add(code.path("spares").get(0).path("id"));
        form.putNull("dailyCap");
        form.put(field, value);
        var answer = marketer.put(path, "{\"form\": " + form + ", \"version\": " + code.path("version") + "}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private List<String> remarks() {
        return in(() -> jdbc.sql("select remark from acquisition.channel_code where tenant_id = :tenant")
                .query(String.class)
                .list());
    }

    private Set<String> audited() {
        return in(() -> jdbc.sql("select action from kernel.audit where tenant_id = :tenant")
                        .query(String.class)
                        .list())
                .stream()
                .collect(Collectors.toSet());
    }
}
