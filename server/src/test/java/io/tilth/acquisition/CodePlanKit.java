package io.tilth.acquisition;

import static org.assertj.core.api.Assertions.assertThat;

import io.tilth.customer.Sandboxed;
import io.tilth.kernel.Probing;
import io.tilth.sandbox.contactway.ContactWay;
import io.tilth.sandbox.corp.Department;
import io.tilth.sandbox.corp.Member;
import io.tilth.sandbox.fault.Faults;
import io.tilth.sandbox.seed.EmptyCompany;
import io.tilth.sandbox.world.Thing;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A chain of any number of shops in two cities, each with one guide who also leads it. */
public abstract class CodePlanKit extends Sandboxed {

    protected Probing marketer;

    @AfterEach
    void noMoreFaults() {
        SANDBOX.faults().set(Faults.none());
    }

    protected void chain(int shops) {
        SANDBOX.reset(now -> Stream.concat(
                EmptyCompany.things(), IntStream.range(0, shops).boxed().flatMap(CodePlanKit::shop)));
        sync();
        in(() -> jdbc.sql("""
                insert into directory.shop (tenant_id, id, code, name, city, address, department_id, manager_id)
                select d.tenant_id, gen_random_uuid(), 'S' || lpad(d.number::text, 4, '0'), d.name,
                    case when d.number % 2 = 0 then '杭州' else '宁波' end, '', d.id, m.member_id
                from directory.department d
                join directory.membership m on m.tenant_id = d.tenant_id and m.department_id = d.id
                where d.tenant_id = :tenant and d.number > 1
                """).update());
        marketer =
                new Probing(port, acme.tenant(), UUID.randomUUID(), "channel-code:read,channel-code:write,audit:read");
    }

    private static Stream<Thing> shop(int number) {
        int department = 2 + number;
        return Stream.of(
                new Department(CORP, department, "门店" + number, 1, number),
                Member.of(CORP, "guide" + number, "顾问" + number, "店长", department)
                        .leading(department));
    }

    protected JsonNode channel(String name) {
        var answer = marketer.post(
                "/api/v1/channels", "{\"name\": \"%s\", \"parentId\": null, \"order\": 0}".formatted(name));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return json(answer.body());
    }

    protected ObjectNode template(String name, JsonNode channel) {
        return (ObjectNode) json("""
                {"name": "%s", "scope": "ALL", "cities": [], "shops": [], "pattern": "{门店}台卡",
                 "channelId": "%s", "byCity": true, "managerSpares": true, "spares": [], "dailyCap": null,
                 "byRest": false, "balanced": false, "skipVerify": true, "exclusive": false, "tags": [], "remark": "",
                 "stageId": null, "welcome": {"on": true, "day": "您好,我是{称呼}", "night": "", "materials": [],
                 "pieces": []}, "expiresAt": null}""".formatted(name, channel.path("id").asString()));
    }

    protected JsonNode open(ObjectNode template) {
        var answer = marketer.post("/api/v1/code-plans", "{\"template\": " + template + "}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return json(answer.body());
    }

    protected JsonNode change(JsonNode plan, ObjectNode template) {
        var answer =
                marketer.put(at(plan), "{\"template\": " + template + ", \"version\": " + plan.path("version") + "}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer.body());
    }

    protected JsonNode preview(JsonNode plan) {
        var answer = marketer.get(at(plan) + "/preview");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer.body());
    }

    /** Applies it as previewed, with no ticks, and waits until WeCom knows. */
    protected JsonNode apply(JsonNode plan) {
        return apply(plan, "", false);
    }

    protected JsonNode apply(JsonNode plan, String overwrite, boolean retireGone) {
        order(plan, overwrite, retireGone);
        return settled(plan);
    }

    protected void order(JsonNode plan, String overwrite, boolean retireGone) {
        var seen = preview(plan);
        var answer = marketer.post(
                at(plan) + "/runs",
                "{\"version\": %s, \"mark\": %s, \"overwrite\": [%s], \"retireGone\": %s}"
                        .formatted(seen.path("version"), seen.path("mark"), overwrite, retireGone));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    }

    protected JsonNode undo(JsonNode plan) {
        var answer = marketer.post(at(plan) + "/undo", "");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return settled(plan);
    }

    protected JsonNode settled(JsonNode plan) {
        return Awaitility.await()
                .pollInSameThread()
                .pollInterval(Duration.ofMillis(100))
                .until(
                        () -> json(marketer.get(at(plan) + "/runs").body()).path(0),
                        run -> run.path("state").asString().equals("DONE"));
    }

    protected List<JsonNode> shops(JsonNode plan, String query) {
        return json(marketer.get(at(plan) + "/shops" + query).body())
                .path("items")
                .valueStream()
                .toList();
    }

    protected List<ContactWay> ways() {
        return SANDBOX.world()
                .table(ContactWay.class)
                .all()
                .filter(way -> way.corp().equals(CORP))
                .toList();
    }

    protected static String at(JsonNode plan) {
        return "/api/v1/code-plans/" + plan.path("id").asString();
    }

    protected static JsonNode json(String text) {
        return new JsonMapper().readTree(text);
    }
}
