package io.tilth.sandbox.groupchat;

import static io.tilth.sandbox.kit.Stage.LIN;
import static io.tilth.sandbox.kit.Stage.ZHAO;
import static io.tilth.sandbox.seed.EmptyCompany.AGENT;
import static io.tilth.sandbox.seed.EmptyCompany.CORP;
import static org.assertj.core.api.Assertions.assertThat;

import io.tilth.sandbox.api.Json;
import io.tilth.sandbox.corp.App.Scope;
import io.tilth.sandbox.corp.Member;
import io.tilth.sandbox.kit.Stage;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class GroupChatApiTest {
    private static final String PATH = "externalcontact/groupchat/";

    private final Stage stage = new Stage();
    private GroupChat chat;

    @BeforeEach
    void setUp() {
        chat = stage.sandbox().actors().groups().open(CORP, LIN, "江南里", List.of(ZHAO), List.of(stage.wang()));
    }

    @AfterEach
    void tearDown() {
        stage.close();
    }

    @Test
    void isListedByOwnerAndState() {
        stage.sandbox().actors().groups().open(CORP, ZHAO, "望潮府", List.of(), List.of());
        assertThat(chats("limit", 10)).hasSize(2);
        assertThat(chats("limit", 10, "owner_filter", Json.object("userid_list", List.of(LIN))))
                .hasSize(1);
        stage.sandbox().actors().admins().dismiss(CORP, LIN);
        assertThat(chats("limit", 10, "status_filter", 1))
                .singleElement()
                .satisfies(one -> assertThat(one.path("chat_id").asString()).isEqualTo(chat.id()));
        assertThat(stage.code(PATH + "list")).as("a limit is required").isEqualTo(40058);
        assertThat(stage.code(PATH + "list", "limit", 1_001)).isEqualTo(40058);
    }

    @Test
    void isListedPageByPage() {
        stage.sandbox().actors().groups().open(CORP, ZHAO, "望潮府", List.of(), List.of());
        var first = stage.post(PATH + "list", "limit", 1);
        var second = stage.post(
                PATH + "list", "limit", 1, "cursor", first.path("next_cursor").asString());
        assertThat(second.path("group_chat_list").get(0))
                .isNotEqualTo(first.path("group_chat_list").get(0));
        assertThat(second.has("next_cursor")).isFalse();
    }

    @Test
    void wantsAFilterFromBigCompanies() {
        var admins = stage.sandbox().actors().admins();
        stage.sandbox().world().change(change -> {
            for (int i = 0; i < 1_000; i++) {
                change.put(Member.of(CORP, "m" + i, "员工", "", 1));
            }
            return admins;
        });
        assertThat(stage.code(PATH + "list", "limit", 10)).isEqualTo(81017);
    }

    @Test
    void showsItsSeats() {
        var group =
                stage.post(PATH + "get", "chat_id", chat.id(), "need_name", 1).path("group_chat");
        assertThat(group.propertyNames())
                .containsExactly(
                        "chat_id", "name", "owner", "create_time", "member_list", "admin_list", "member_version");
        var guest = group.path("member_list").get(2);
        assertThat(guest.path("type").asInt()).isEqualTo(2);
        assertThat(guest.path("name").asString()).isEqualTo("王先生");
        assertThat(guest.path("unionid").asString()).isEqualTo(stage.wang().unionid());
        assertThat(guest.path("invitor").path("userid").asString()).isEqualTo(LIN);
        assertThat(stage.post(PATH + "get", "chat_id", chat.id())
                        .path("group_chat")
                        .path("member_list")
                        .get(2)
                        .has("name"))
                .isFalse();
    }

    @Test
    void isHiddenFromAppsThatDoNotSeeTheOwner() {
        stage.sandbox().actors().admins().set(CORP, AGENT, app -> app.with(new Scope(List.of(ZHAO), List.of())));
        assertThat(chats("limit", 10)).isEmpty();
        assertThat(stage.code(PATH + "get", "chat_id", chat.id())).isEqualTo(60021);
    }

    @Test
    void isJoinedThroughACodeUntilItIsFull() {
        var made = stage.post(
                PATH + "add_join_way",
                "scene",
                2,
                "chat_id_list",
                List.of(chat.id()),
                "state",
                "estate",
                "room_base_name",
                "江南里",
                "room_base_id",
                1);
        String id = made.path("config_id").asString();
        var way = stage.post(PATH + "get_join_way", "config_id", id).path("join_way");
        assertThat(way.path("auto_create_room").asInt()).isEqualTo(1);
        var actors = stage.sandbox().actors();
        var join = actors.customers().joinWay(way.path("qr_code").asString()).orElseThrow();
        stage.events();
        var neighbour = actors.customers().appear("邻居");
        actors.groups().scan(neighbour, join);
        assertThat(stage.events().getFirst()).containsEntry("JoinScene", "3").containsEntry("MemChangeCnt", "1");
        for (int i = 0; i < 497; i++) {
            actors.groups().scan(actors.customers().appear("邻居" + i), join);
        }
        assertThat(actors.groups().scan(actors.customers().appear("迟到"), join).id())
                .as("a new group")
                .isNotEqualTo(chat.id());
    }

    @Test
    void replacesAWholeWayInAnUpdate() {
        String id = stage.post(
                        PATH + "add_join_way",
                        "scene",
                        2,
                        "chat_id_list",
                        List.of(chat.id()),
                        "state",
                        "s",
                        "remark",
                        "r".repeat(40))
                .path("config_id")
                .asString();
        assertThat(stage.post(PATH + "get_join_way", "config_id", id)
                        .path("join_way")
                        .path("remark")
                        .asString())
                .as("cut, not refused")
                .hasSize(30);
        stage.post(PATH + "update_join_way", "config_id", id, "scene", 2, "chat_id_list", List.of(chat.id()));
        assertThat(stage.post(PATH + "get_join_way", "config_id", id)
                        .path("join_way")
                        .path("state")
                        .asString())
                .isEmpty();
        assertThat(stage.code(PATH + "del_join_way", "config_id", id)).isZero();
        assertThat(stage.code(PATH + "get_join_way", "config_id", id)).isEqualTo(41044);
    }

    @Test
    void refusesWaysThatLeadNowhere() {
        assertThat(stage.code(PATH + "add_join_way", "scene", 3)).isEqualTo(41040);
        assertThat(stage.code(PATH + "add_join_way", "scene", 2)).isEqualTo(40063);
        assertThat(stage.code(PATH + "add_join_way", "scene", 2, "chat_id_list", List.of("wrNo")))
                .isEqualTo(40058);
        var six = java.util.Collections.nCopies(6, chat.id());
        assertThat(stage.code(PATH + "add_join_way", "scene", 2, "chat_id_list", six))
                .isEqualTo(81017);
    }

    @Test
    void isCounted() {
        String customer =
                stage.sandbox().actors().customers().known(CORP, stage.wang()).id();
        stage.sandbox().actors().groups().write(CORP, chat.id(), customer, "几点开始");
        long today = stage.sandbox().world().clock().seconds();
        var item = stage.post(PATH + "statistic", "day_begin_time", today)
                .path("items")
                .get(0);
        assertThat(item.path("owner").asString()).isEqualTo(LIN);
        assertThat(item.path("data").path("new_chat_cnt").asInt()).isEqualTo(1);
        assertThat(item.path("data").path("member_total").asInt()).isEqualTo(3);
        assertThat(item.path("data").path("msg_total").asInt()).isEqualTo(1);
        var days = stage.post(PATH + "statistic_group_by_day", "day_begin_time", today - 86_400, "day_end_time", today);
        assertThat(days.path("items")).hasSize(2);
        assertThat(days.path("items").get(0).path("data").path("chat_total").asInt())
                .isZero();
        assertThat(stage.code(PATH + "statistic", "day_begin_time", today - 181 * 86_400L))
                .isEqualTo(40058);
    }

    @Test
    void countsWhatMembersDid() {
        var actors = stage.sandbox().actors();
        actors.customers().add(stage.wang(), CORP, LIN, "");
        actors.customers().write(stage.wang(), CORP, LIN, "你好");
        String customer = actors.customers().known(CORP, stage.wang()).id();
        actors.members().write(CORP, LIN, customer, "您好");
        actors.customers().delete(stage.wang(), CORP, LIN);
        long today = stage.sandbox().world().clock().seconds();
        Object[] question = {"userid", List.of(LIN, ZHAO), "start_time", today, "end_time", today};
        var day = stage.post("externalcontact/get_user_behavior_data", question)
                .path("behavior_data")
                .get(0);
        assertThat(day.path("new_contact_cnt").asInt()).isEqualTo(1);
        assertThat(day.path("message_cnt").asInt()).isEqualTo(1);
        assertThat(day.path("chat_cnt").asInt()).isEqualTo(1);
        assertThat(day.path("negative_feedback_cnt").asInt()).isEqualTo(1);
        long ago = today - 181 * 86_400L;
        assertThat(stage.code("externalcontact/get_user_behavior_data", "userid", List.of(LIN), "start_time", ago))
                .isEqualTo(40058);
    }

    private JsonNode chats(Object... fields) {
        return stage.post(PATH + "list", fields).path("group_chat_list");
    }
}
