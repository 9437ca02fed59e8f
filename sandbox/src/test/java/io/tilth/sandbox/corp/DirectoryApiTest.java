package io.tilth.sandbox.corp;

import static io.tilth.sandbox.kit.Stage.LIN;
import static io.tilth.sandbox.kit.Stage.ZHAO;
import static io.tilth.sandbox.seed.EmptyCompany.AGENT;
import static io.tilth.sandbox.seed.EmptyCompany.CORP;
import static org.assertj.core.api.Assertions.assertThat;

import io.tilth.sandbox.corp.App.Kind;
import io.tilth.sandbox.corp.App.Scope;
import io.tilth.sandbox.kit.Caller;
import io.tilth.sandbox.kit.Stage;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class DirectoryApiTest {
    private final Stage stage = new Stage();

    @AfterEach
    void tearDown() {
        stage.close();
    }

    @Test
    void listsDepartmentsInTheirTree() {
        assertThat(stage.get("department/list").path("department"))
                .extracting(department -> department.path("id").asInt())
                .containsExactly(1, Stage.BINJIANG, Stage.XIHU);
        assertThat(stage.get("department/list", "id", 2).path("department")).hasSize(1);
        assertThat(stage.get("department/simplelist")
                        .path("department_id")
                        .get(1)
                        .propertyNames())
                .containsExactly("id", "parentid", "order");
        assertThat(stage.get("department/list", "id", 99).path("errcode").asInt())
                .isEqualTo(60123);
    }

    @Test
    void listsMembersWithAndWithoutTheDepartmentsBelow() {
        assertThat(users(stage.get("user/list", "department_id", 1, "fetch_child", 1)))
                .containsExactly(LIN, ZHAO);
        assertThat(users(stage.get("user/list", "department_id", 1))).isEmpty();
        assertThat(users(stage.get("user/simplelist", "department_id", Stage.XIHU)))
                .containsExactly(ZHAO);
    }

    @Test
    void showsNoPrivateFieldsToAnApp() {
        var member = stage.get("user/get", "userid", "LIN");
        assertThat(member.path("userid").asString())
                .as("user ids are the same in both cases")
                .isEqualTo(LIN);
        assertThat(member.path("is_leader_in_dept").get(0).asInt()).isEqualTo(1);
        assertThat(member.has("mobile") || member.has("email") || member.has("gender") || member.has("avatar"))
                .isFalse();
    }

    @Test
    void listsIdsByMembership() {
        stage.sandbox().actors().admins().edit(CORP, LIN, member -> member.in(Stage.BINJIANG, Stage.XIHU));
        var first = stage.post("user/list_id", "limit", 1);
        assertThat(first.path("dept_user")).hasSize(2);
        var second = stage.post(
                "user/list_id", "limit", 1, "cursor", first.path("next_cursor").asString());
        assertThat(second.path("dept_user")).hasSize(1);
        assertThat(second.path("next_cursor").asString()).isEmpty();
    }

    @Test
    void findsAMemberByNumber() {
        stage.sandbox().actors().admins().edit(CORP, LIN, member -> member.reachedAt("13800000001", 2, ""));
        assertThat(stage.post("user/getuserid", "mobile", "13800000001")
                        .path("userid")
                        .asString())
                .isEqualTo(LIN);
        assertThat(stage.code("user/getuserid", "mobile", "13800000009")).isEqualTo(46004);
    }

    @Test
    void showsAnAppOnlyItsScope() {
        stage.sandbox().actors().admins().set(CORP, AGENT, app -> app.with(new Scope(List.of(), List.of(Stage.XIHU))));
        assertThat(stage.get("department/list").path("department"))
                .extracting(department -> department.path("id").asInt())
                .containsExactly(Stage.XIHU);
        assertThat(users(stage.get("user/list", "department_id", 1, "fetch_child", 1)))
                .containsExactly(ZHAO);
        assertThat(stage.get("user/get", "userid", LIN).path("errcode").asInt()).isEqualTo(60011);
        assertThat(stage.get("user/get", "userid", "nobody").path("errcode").asInt())
                .isEqualTo(60111);
    }

    @Test
    void showsTheAppItself() {
        var agent = stage.get("agent/get", "agentid", AGENT);
        assertThat(agent.path("name").asString()).isEqualTo("Tilth");
        assertThat(agent.path("allow_partys").path("partyid").get(0).asInt()).isEqualTo(1);
        assertThat(stage.get("agent/get", "agentid", 5).path("errcode").asInt()).isEqualTo(60011);
    }

    @Test
    void changesOnlyByTheSecretOfTheDirectory() {
        assertThat(stage.code("user/create", "userid", "sun", "name", "孙丽")).isEqualTo(48002);
        var keeper = keeper();
        assertThat(keeper.code(keeper.post(
                        "/cgi-bin/user/create",
                        "userid",
                        "sun",
                        "name",
                        "孙丽",
                        "department",
                        List.of(2),
                        "mobile",
                        "1")))
                .isZero();
        assertThat(keeper.code(keeper.post("/cgi-bin/user/create", "userid", "SUN", "name", "x")))
                .isEqualTo(60102);
        assertThat(keeper.code(keeper.post("/cgi-bin/user/create", "userid", "li", "name", "李", "mobile", "1")))
                .isEqualTo(60104);
        assertThat(keeper.get("/cgi-bin/user/get", "userid", "sun")
                        .path("status")
                        .asInt())
                .isEqualTo(4);
        assertThat(keeper.code(keeper.get("/cgi-bin/department/delete", "id", 2)))
                .isEqualTo(60005);
        assertThat(keeper.code(keeper.get("/cgi-bin/department/delete", "id", 1)))
                .isEqualTo(60006);
        assertThat(keeper.code(keeper.post("/cgi-bin/department/create", "name", "滨江店", "parentid", 1)))
                .isEqualTo(60008);
        assertThat(keeper.code(keeper.post("/cgi-bin/department/create", "name", "x", "parentid", 77)))
                .isEqualTo(60004);
        assertThat(keeper.code(keeper.get("/cgi-bin/user/delete", "userid", "sun")))
                .isZero();
        assertThat(keeper.code(keeper.get("/cgi-bin/user/get", "userid", "sun")))
                .isEqualTo(60111);
    }

    private Caller keeper() {
        var directory =
                App.selfBuilt(CORP, 2000002, "通讯录同步", "directory-secret").withKind(Kind.DIRECTORY, "");
        stage.sandbox().actors().admins().install(directory);
        return Caller.of(stage.sandbox(), CORP, "directory-secret");
    }

    private static List<String> users(JsonNode answer) {
        return answer.path("userlist")
                .valueStream()
                .map(user -> user.path("userid").asString())
                .toList();
    }
}
