package io.tilth.sandbox.contact;

import static io.tilth.sandbox.kit.Stage.LIN;
import static io.tilth.sandbox.kit.Stage.ZHAO;
import static io.tilth.sandbox.seed.EmptyCompany.AGENT;
import static io.tilth.sandbox.seed.EmptyCompany.CORP;
import static org.assertj.core.api.Assertions.assertThat;

import io.tilth.sandbox.Switches;
import io.tilth.sandbox.api.Call;
import io.tilth.sandbox.corp.App;
import io.tilth.sandbox.corp.App.Right;
import io.tilth.sandbox.corp.App.Scope;
import io.tilth.sandbox.kit.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class CustomerApiTest {
    private static final String PATH = "externalcontact/";

    private final Stage stage = new Stage();

    @AfterEach
    void tearDown() {
        stage.close();
    }

    @Test
    void tellsWhoFollowsWhom() {
        assertThat(Call.texts(stage.get(PATH + "get_follow_user_list").path("follow_user")))
                .containsExactly(LIN, ZHAO);
        String customer = stage.friends();
        assertThat(Call.texts(list(LIN).path("external_userid"))).containsExactly(customer);
        assertThat(list(ZHAO).path("errcode").asInt()).as("nobody yet").isEqualTo(84061);
    }

    @Test
    void showsACustomerFieldByField() {
        String customer = stage.sandbox()
                .actors()
                .customers()
                .add(stage.wang(), CORP, LIN, "binjiang")
                .customer();
        var answer = get(customer);
        assertThat(answer.propertyNames()).containsExactly("errcode", "errmsg", "external_contact", "follow_user");
        assertThat(answer.path("external_contact").propertyNames())
                .containsExactly("external_userid", "name", "avatar", "type", "gender", "unionid");
        assertThat(answer.path("follow_user").get(0).propertyNames())
                .containsExactly(
                        "userid",
                        "remark",
                        "description",
                        "createtime",
                        "tags",
                        "remark_mobiles",
                        "oper_userid",
                        "add_way",
                        "state");
    }

    @Test
    void keepsTheUnionidToItselfWithoutADeveloper() {
        String customer = stage.friends();
        stage.sandbox().actors().admins().set(CORP, corp -> corp.boundToDeveloper(false));
        assertThat(get(customer).path("external_contact").has("unionid")).isFalse();
    }

    @Test
    void showsWhoComesFromAnotherCompany() {
        var customers = stage.sandbox().actors().customers();
        var designer = customers.appear(new Person("DesignerDesignerDesign", "周工", 1, "木北设计", "设计师"));
        String customer = customers.add(designer, CORP, LIN, "").customer();
        var contact = get(customer).path("external_contact");
        assertThat(customer).startsWith("wo");
        assertThat(contact.path("type").asInt()).isEqualTo(2);
        assertThat(contact.path("corp_name").asString()).isEqualTo("木北设计");
        assertThat(contact.has("unionid")).isFalse();
    }

    @Test
    void pagesThroughTheCustomersOfSeveralMembers() {
        var customers = stage.sandbox().actors().customers();
        IntStream.range(0, 25)
                .forEach(nth -> customers.add(customers.appear("客户" + nth), CORP, nth % 2 == 0 ? LIN : ZHAO, ""));
        var seen = new ArrayList<String>();
        String cursor = "";
        do {
            var page = stage.post(
                    PATH + "batch/get_by_user", "userid_list", List.of(ZHAO, LIN), "cursor", cursor, "limit", 4);
            page.path("external_contact_list")
                    .forEach(item ->
                            seen.add(item.path("follow_info").path("userid").asString()
                                    + item.path("external_contact")
                                            .path("external_userid")
                                            .asString()));
            cursor = page.path("next_cursor").asString();
        } while (!cursor.isEmpty());
        assertThat(seen).hasSize(25).doesNotHaveDuplicates();
    }

    @Test
    void fallsBackToTheUsualSizeOfAPage() {
        var customers = stage.sandbox().actors().customers();
        IntStream.range(0, 60).forEach(nth -> customers.add(customers.appear("客户" + nth), CORP, LIN, ""));
        var page = stage.post(PATH + "batch/get_by_user", "userid_list", List.of(LIN), "limit", 101);
        assertThat(page.path("external_contact_list")).hasSize(50);
    }

    @Test
    void pagesThroughTheFollowersOfOneCustomer() {
        var actors = stage.sandbox().actors();
        var admins = actors.admins();
        for (int i = 0; i < 501; i++) {
            admins.take(io.tilth.sandbox.corp.Member.of(CORP, "m" + i, "员工" + i, "", 1));
            actors.customers().add(stage.wang(), CORP, "m" + i, "");
        }
        String customer = actors.customers().known(CORP, stage.wang()).id();
        var first = get(customer);
        assertThat(first.path("follow_user")).hasSize(500);
        var second = stage.get(
                PATH + "get",
                "external_userid",
                customer,
                "cursor",
                first.path("next_cursor").asString());
        assertThat(second.path("follow_user")).hasSize(1);
        assertThat(second.has("next_cursor")).isFalse();
    }

    @Test
    void remarksWithinTheLimits() {
        String customer = stage.friends();
        Object[] whom = {"userid", LIN, "external_userid", customer};
        assertThat(remark(whom)).isEqualTo(40063);
        assertThat(remark(whom, "remark", "一".repeat(21))).isEqualTo(40058);
        assertThat(remark(whom, "description", "一".repeat(151))).isEqualTo(40058);
        assertThat(remark(whom, "remark", "一".repeat(20), "remark_mobiles", List.of("13800000001")))
                .isZero();
        assertThat(remark(whom, "remark_mobiles", List.of(""))).isZero();
        var follow = get(customer).path("follow_user").get(0);
        assertThat(follow.path("remark").asString()).isEqualTo("一".repeat(20));
        assertThat(follow.path("remark_mobiles")).isEmpty();
    }

    @Test
    void refusesForTheRightReason() {
        String customer = stage.friends();
        assertThat(stage.get(PATH + "get").path("errcode").asInt()).isEqualTo(41035);
        assertThat(get("wmNobody").path("errcode").asInt()).isEqualTo(40096);
        assertThat(stage.get(PATH + "list").path("errcode").asInt()).isEqualTo(41009);
        assertThat(list("nobody").path("errcode").asInt()).isEqualTo(40003);
        assertThat(stage.code(PATH + "remark", "userid", ZHAO, "external_userid", customer, "remark", "x"))
                .isEqualTo(84061);
        assertThat(stage.code(PATH + "batch/get_by_user", "userid_list", List.of()))
                .isEqualTo(41009);
        assertThat(stage.code(
                        PATH + "batch/get_by_user",
                        "userid_list",
                        IntStream.range(0, 101).mapToObj(nth -> LIN).toList()))
                .isEqualTo(81017);
    }

    @Test
    void showsAnAppOnlyWhatItMaySee() {
        String customer = stage.friends();
        stage.sandbox().actors().admins().set(CORP, AGENT, app -> app.with(new Scope(List.of(), List.of(Stage.XIHU))));
        assertThat(Call.texts(stage.get(PATH + "get_follow_user_list").path("follow_user")))
                .containsExactly(ZHAO);
        assertThat(list(LIN).path("errcode").asInt()).isEqualTo(60021);
        assertThat(get(customer).path("errcode").asInt()).isEqualTo(84061);
        stage.sandbox().actors().admins().set(CORP, AGENT, app -> app.without(Right.CUSTOMERS));
        assertThat(list(ZHAO).path("errcode").asInt()).isEqualTo(48002);
    }

    @Test
    void stillListsWhoDeletedTheMember() {
        String customer = stage.friends();
        stage.sandbox().actors().customers().delete(stage.wang(), CORP, LIN);
        assertThat(Call.texts(list(LIN).path("external_userid"))).containsExactly(customer);
        stage.sandbox().platform().switches().set(Switches.FORGET_DELETERS, true);
        assertThat(list(LIN).path("errcode").asInt()).isEqualTo(84061);
    }

    @Test
    void saysNothingOfItsOwnWritesUnlessSwitched() {
        String customer = stage.friends();
        stage.news();
        stage.post(PATH + "remark", "userid", LIN, "external_userid", customer, "remark", "a");
        assertThat(stage.news()).isEmpty();
        stage.sandbox().platform().switches().set(Switches.CALLBACKS_ON_WRITES, true);
        stage.post(PATH + "remark", "userid", LIN, "external_userid", customer, "remark", "b");
        assertThat(stage.news()).containsExactly("edit_external_contact");
    }

    @Test
    void listsAllWhoWereServedFriendsBeforeGuests() {
        String customer = stage.friends();
        var actors = stage.sandbox().actors();
        actors.groups()
                .open(
                        CORP,
                        LIN,
                        "江南里",
                        List.of(),
                        List.of(stage.wang(), actors.customers().appear("邻居")));
        var first = stage.post(PATH + "contact_list", "limit", 2);
        assertThat(first.path("info_list"))
                .extracting(info -> info.path("external_userid").asString())
                .containsExactly(customer, customer);
        var second = stage.post(
                PATH + "contact_list",
                "limit",
                2,
                "cursor",
                first.path("next_cursor").asString());
        assertThat(second.path("info_list")).singleElement().satisfies(info -> {
            assertThat(info.path("is_customer").asBoolean()).isFalse();
            assertThat(info.path("name").asString()).isEqualTo("邻居");
            assertThat(info.has("external_userid")).isFalse();
        });
        assertThat(second.has("next_cursor")).isFalse();
    }

    @Test
    void hidesCustomersBehindAnAppThatIsClosed() {
        stage.sandbox().actors().admins().set(CORP, AGENT, (App app) -> app.enabled(false));
        assertThat(list(LIN).path("errcode").asInt()).isEqualTo(50003);
    }

    private JsonNode list(String user) {
        return stage.get(PATH + "list", "userid", user);
    }

    private JsonNode get(String customer) {
        return stage.get(PATH + "get", "external_userid", customer);
    }

    private int remark(Object[] whom, Object... fields) {
        var all = new ArrayList<>(List.of(whom));
        all.addAll(List.of(fields));
        return stage.code(PATH + "remark", all.toArray());
    }
}
