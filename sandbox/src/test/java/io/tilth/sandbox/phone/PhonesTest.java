package io.tilth.sandbox.phone;

import static io.tilth.sandbox.phone.Table.CORP;
import static io.tilth.sandbox.phone.Table.LIN;
import static io.tilth.sandbox.phone.Table.encode;
import static org.assertj.core.api.Assertions.assertThat;

import io.tilth.sandbox.api.Json;
import io.tilth.sandbox.kit.Ear;
import io.tilth.sandbox.seed.EmptyCompany;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class PhonesTest {
    private static final Pattern CODE = Pattern.compile("<WelcomeCode><!\\[CDATA\\[(\\w[\\w-]*)]]>");
    private Table table;

    @BeforeEach
    void lay() {
        table = new Table();
    }

    @AfterEach
    void clear() {
        table.close();
    }

    @Test
    void showsWhoIsBehindACodeAndMakesFriendsOnce() {
        String code = table.code(true);

        var found = table.post("/wechat/" + table.wang + "/scan", "text", code);
        assertThat(found.path("face").path("name").asString()).isEqualTo("林晓");
        assertThat(found.path("needsAccept").asBoolean()).isFalse();
        assertThat(found.path("chat").isNull()).isTrue();

        String chat = add(code, false);
        assertThat(table.wechat("").path("chats").path(0).path("bond").asString())
                .isEqualTo("BOTH");
        assertThat(table.post("/wechat/" + table.wang + "/scan", "text", code)
                        .path("chat")
                        .asString())
                .isEqualTo(chat);
        assertThat(customer().path("state").asString()).isEqualTo("door-3");
    }

    @Test
    void waitsUntilTheMemberAcceptsWhereTheCodeWantsIt() {
        add(table.code(false), false);
        assertThat(table.wechat("").path("chats").path(0).path("bond").asString())
                .isEqualTo("PENDING");
        assertThat(table.wecom("").path("requests").path(0).path("hello").asString())
                .isEqualTo("我是王先生");

        table.post("/wecom/" + encode(LIN) + "/requests/" + table.wang + "/accept");

        assertThat(table.wechat("").path("chats").path(0).path("bond").asString())
                .isEqualTo("BOTH");
        assertThat(table.wecom("").path("requests")).isEmpty();
    }

    @Test
    void becomesACustomerOnlyByAcceptingTheMembersInvitation() {
        table.post("/wecom/" + encode(LIN) + "/invite", "customer", table.wang);
        assertThat(table.wecom("").path("customers").asInt()).isZero();
        var request = table.wechat("").path("requests").path(0);
        assertThat(request.path("face").path("name").asString()).isEqualTo("林晓");

        String member = encode(request.path("id").asString());
        table.post("/wechat/" + table.wang + "/requests/" + member + "/accept");

        assertThat(customer().path("bond").asString()).isEqualTo("BOTH");
        assertThat(table.wechat("").path("requests")).isEmpty();
        var again = table.ask("/wecom/" + encode(LIN) + "/invite", "customer", table.wang);
        assertThat(again.statusCode()).isEqualTo(409);
    }

    @Test
    void addsByHalfAndTheMemberAddsBack() {
        add(table.code(true), true);
        assertThat(table.wecom("").path("requests")).hasSize(1);

        table.post("/wecom/" + encode(LIN) + "/requests/" + table.wang + "/accept");

        assertThat(customer().path("bond").asString()).isEqualTo("BOTH");
        assertThat(table.wecom("").path("requests")).isEmpty();
    }

    @Test
    void showsTheWelcomeOfTheAppAsTheSingleMessagesThatArrive() {
        try (var ear = new Ear(CORP)) {
            table.sandbox.callbacks().configure(CORP, EmptyCompany.AGENT, ear.address());
            String chat = add(table.code(true), false);
            Awaitility.await().until(() -> !ear.heard().isEmpty());
            var code = CODE.matcher(ear.heard().getFirst());
            assertThat(code.find()).isTrue();

            var link = Map.of("title", "118㎡怎么收纳", "url", "https://example.com/a", "desc", "三居案例");
            var answer = table.app.post(
                    "/cgi-bin/externalcontact/send_welcome_msg",
                    "welcome_code",
                    code.group(1),
                    "text",
                    Map.of("content", "您好，我是林晓"),
                    "attachments",
                    List.of(Map.of("msgtype", "link", "link", link)));
            assertThat(table.app.code(answer)).isZero();

            var messages = table.wechat("/chats/" + encode(chat)).path("messages");
            assertThat(messages).extracting(each("kind")).containsExactly("TEXT", "LINK");
            assertThat(messages.path(1).path("link").path("title").asString()).isEqualTo("118㎡怎么收纳");
            assertThat(messages.path(0).path("mine").asBoolean()).isFalse();
        }
    }

    @Test
    void carriesWordsBothWaysAndCountsWhatIsUnread() {
        String chat = add(table.code(true), false);
        table.post("/wechat/" + table.wang + "/chats/" + encode(chat) + "/messages", "text", "在吗");

        var row = table.wecom("").path("chats").path(0);
        assertThat(row.path("unread").asInt()).isEqualTo(1);
        assertThat(row.path("last").asString()).isEqualTo("在吗");
        String own = "/wecom/" + encode(LIN) + "/chats/" + encode(row.path("id").asString());
        table.post(own + "/seen");
        table.post(own + "/messages", "text", "在的");

        assertThat(table.wecom("").path("chats").path(0).path("unread").asInt()).isZero();
        assertThat(table.wechat("/chats/" + encode(chat)).path("messages"))
                .extracting(each("text"))
                .containsExactly("在吗", "在的");
    }

    @Test
    void forwardsALinkToAFriendWhereNoCompanySeesIt() {
        var link = Json.object("title", "价目表", "text", "两万以内", "url", "https://example.com/p");
        String chat = "f:" + table.li;
        table.post("/wechat/" + table.wang + "/chats/" + encode(chat) + "/messages", "kind", "LINK", "link", link);

        var received = table.get("/wechat/" + table.li).path("chats").path(0);
        assertThat(received.path("last").asString()).isEqualTo("[链接] 价目表");
        assertThat(received.path("face").path("name").asString()).isEqualTo("王先生");
        assertThat(table.get("/wechat/" + table.li + "/chats/" + encode("f:" + table.wang))
                        .path("messages")
                        .path(0)
                        .path("link")
                        .path("url")
                        .asString())
                .isEqualTo("https://example.com/p");
    }

    @Test
    void endsAFriendshipFromEitherSide() {
        String chat = add(table.code(true), false);
        table.post("/wechat/" + table.wang + "/chats/" + encode(chat) + "/delete");
        assertThat(table.wechat("").path("chats")).isEmpty();
        assertThat(customer().path("bond").asString()).isEqualTo("GONE");

        add(table.code(true), false);
        table.post("/wechat/" + table.wang + "/chats/" + encode(chat) + "/messages", "text", "又是我");
        table.post("/wecom/" + encode(LIN) + "/customers/" + table.wang + "/delete");
        assertThat(table.wechat("").path("chats").path(0).path("bond").asString())
                .isEqualTo("GONE");
        assertThat(table.ask("/wechat/" + table.wang + "/chats/" + encode(chat) + "/messages", "text", "喂")
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void notesAndTagsACustomerAndTellsTheApps() {
        add(table.code(true), false);
        table.sandbox.actors().admins().openTags(CORP, "意向等级", List.of("高", "低"));
        var tag = customer().path("groups").path(0).path("tags").path(0);
        try (var ear = new Ear(CORP)) {
            table.sandbox.callbacks().configure(CORP, EmptyCompany.AGENT, ear.address());
            String one = "/wecom/" + encode(LIN) + "/customers/" + table.wang;
            table.post(one + "/remark", "remark", "A王先生 滨江", "description", "等报价");
            table.post(one + "/tags", "tag", tag.path("id"), "chosen", true);

            assertThat(customer().path("remark").asString()).isEqualTo("A王先生 滨江");
            assertThat(customer()
                            .path("groups")
                            .path(0)
                            .path("tags")
                            .path(0)
                            .path("chosen")
                            .asBoolean())
                    .isTrue();
            Awaitility.await()
                    .untilAsserted(() -> assertThat(ear.each("ChangeType"))
                            .containsExactly("edit_external_contact", "edit_external_contact"));
        }
        assertThat(table.wecom("/customers?q=" + encode("滨江")).path("total").asInt())
                .isEqualTo(1);
        assertThat(table.wecom("/customers?q=" + encode(tag.path("name").asString()))
                        .path("total")
                        .asInt())
                .isEqualTo(1);
        assertThat(table.wecom("/customers?q=" + encode("别人")).path("total").asInt())
                .isZero();
    }

    @Test
    void opensAGroupWhereGuestsTalkAndLeave() {
        add(table.code(true), false);
        String chat = table.post("/wecom/" + encode(LIN) + "/groups", "name", "滨江业主群", "customers", List.of(table.wang))
                .path("chat")
                .asString();
        table.post("/wechat/" + table.wang + "/chats/" + encode(chat) + "/messages", "text", "大家好");
        var seen = table.wecom("/chats/" + encode(chat));
        assertThat(seen.path("seats")).hasSize(2);
        assertThat(seen.path("messages")).extracting(each("text")).contains("大家好");

        table.post("/wechat/" + table.wang + "/chats/" + encode(chat) + "/leave");
        assertThat(table.wecom("/chats/" + encode(chat)).path("seats")).hasSize(1);
        assertThat(table.wechat("").path("chats")).extracting(each("id")).doesNotContain(chat);
    }

    @Test
    void pressesAButtonOnACardAndShowsWhatTheAppMakesOfIt() {
        var card = Json.object(
                "card_type",
                "button_interaction",
                "main_title",
                Json.object("title", "王先生又打开了报价单"),
                "task_id",
                "t1",
                "button_list",
                List.of(Json.object("text", "我来联系", "style", 1, "key", "call")));
        var sent = table.app.post(
                "/cgi-bin/message/send",
                "touser",
                "lin",
                "msgtype",
                "template_card",
                "agentid",
                EmptyCompany.AGENT,
                "template_card",
                card);
        assertThat(table.app.code(sent)).isZero();
        String chat = encode("a:" + CORP + ":" + EmptyCompany.AGENT);
        var message = table.wecom("/chats/" + chat).path("messages").path(0);
        assertThat(message.path("presses").path(0).path("text").asString()).isEqualTo("我来联系");

        try (var ear = new Ear(CORP)) {
            table.sandbox.callbacks().configure(CORP, EmptyCompany.AGENT, ear.address());
            String id = message.path("id").asString();
            table.post("/wecom/" + encode(LIN) + "/chats/" + chat + "/press", "message", id, "key", "call");
            Awaitility.await()
                    .untilAsserted(() -> assertThat(ear.each("EventKey")).containsExactly("call"));
        }
    }

    @Test
    void sendsAMassMessageOnlyWhenTheMemberConfirms() {
        String chat = add(table.code(true), false);
        var customer = customer().path("externalUserId").asString();
        table.app.post(
                "/cgi-bin/externalcontact/add_msg_template",
                "chat_type",
                "single",
                "external_userid",
                List.of(customer),
                "sender",
                "lin",
                "text",
                Map.of("content", "周六到店有茶歇"));
        var task = table.wecom("").path("tasks").path(0);
        assertThat(task.path("kind").asString()).isEqualTo("MASS");
        assertThat(task.path("receivers").asInt()).isEqualTo(1);
        String path =
                "/wecom/" + encode(LIN) + "/tasks/" + encode(task.path("id").asString());

        table.post(path + "/decline");
        assertThat(table.wecom("").path("tasks").path(0).path("state").asString())
                .isEqualTo("DECLINED");
        assertThat(table.wechat("/chats/" + encode(chat)).path("messages")).isEmpty();
        table.post(path + "/confirm");

        assertThat(table.wecom("").path("tasks")).isEmpty();
        assertThat(table.wechat("/chats/" + encode(chat)).path("messages"))
                .extracting(each("text"))
                .containsExactly("周六到店有茶歇");
    }

    @Test
    void publishesAMomentThatCustomersSeeAndLikeOnce() {
        add(table.code(true), false);
        table.app.post(
                "/cgi-bin/externalcontact/add_moment_task",
                "text",
                Map.of("content", "新样板间开放"),
                "visible_range",
                Map.of("sender_list", Map.of("user_list", List.of("lin"))));
        table.post("/console/clock", "minutes", 1);
        var task = table.wecom("").path("tasks").path(0);
        assertThat(task.path("kind").asString()).isEqualTo("MOMENT");
        table.post("/wecom/" + encode(LIN) + "/tasks/" + encode(task.path("id").asString()) + "/confirm");

        var moment = table.wechat("/moments").path(0);
        assertThat(moment.path("text").asString()).isEqualTo("新样板间开放");
        String like =
                "/wechat/" + table.wang + "/moments/" + encode(moment.path("id").asString()) + "/like";
        table.post(like);
        table.post(like);
        assertThat(table.wechat("/moments").path(0).path("likes")).hasSize(1);
        assertThat(table.wechat("/moments").path(0).path("liked").asBoolean()).isTrue();
        assertThat(table.get("/wechat/" + table.li + "/moments")).isEmpty();
    }

    @Test
    void comesByAnAcquisitionLinkWithItsChannel() {
        var made = table.app.post(
                "/cgi-bin/externalcontact/customer_acquisition/create_link",
                "link_name",
                "抖音",
                "skip_verify",
                true,
                "range",
                Map.of("user_list", List.of("lin")));
        String url = made.path("link").path("url").asString();
        assertThat(table.get("/codes").path(0).path("text").asString()).isEqualTo(url);

        String chat = add(url + "?customer_channel=clip-7", false);

        assertThat(chat).isEqualTo("m:" + LIN);
        assertThat(customer().path("state").asString()).isEqualTo("clip-7");
        assertThat(customer().path("way").asString()).isEqualTo("获客链接");
    }

    private String add(String code, boolean half) {
        return table.post("/wechat/" + table.wang + "/add", "text", code, "hello", "我是王先生", "half", half)
                .path("chat")
                .asString();
    }

    private JsonNode customer() {
        return table.wecom("/customers/" + table.wang);
    }

    private static java.util.function.Function<JsonNode, String> each(String field) {
        return node -> node.path(field).asString("");
    }
}
