package io.tilth.sandbox.phone;

import static io.tilth.sandbox.phone.Table.CORP;
import static io.tilth.sandbox.phone.Table.LIN;
import static io.tilth.sandbox.phone.Table.encode;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tilth.sandbox.api.Json;
import io.tilth.sandbox.kit.Ear;
import io.tilth.sandbox.seed.EmptyCompany;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What people do with the phones once they know each other. */
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
    void showsTheWelcomeOfTheAppAsTheSingleMessagesThatArrive() {
        try (var ear = new Ear(CORP)) {
            table.sandbox.callbacks().configure(CORP, EmptyCompany.AGENT, ear.address());
            String chat = table.add(table.code(true), false);
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
        String chat = table.add(table.code(true), false);
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

    /** Browsers send what they say after its heading; whoever needs none of it must not hang up on them for it. */
    @Test
    void hearsEverybodyOut() throws IOException {
        String chat = table.add(table.code(true), false);
        table.post("/wechat/" + table.wang + "/chats/" + encode(chat) + "/messages", "text", "在吗");
        var row = table.wecom("").path("chats").path(0);
        String seen =
                "/wecom/" + encode(LIN) + "/chats/" + encode(row.path("id").asString()) + "/seen";
        try (var wire = new Socket("127.0.0.1", table.sandbox.port())) {
            wire.getOutputStream()
                    .write("""
                    POST %s HTTP/1.1\r
                    Host: localhost\r
                    Content-Type: application/json\r
                    Content-Length: 2\r
                    \r
                    """.formatted(table.uri(seen).getRawPath()).getBytes(StandardCharsets.US_ASCII));
            wire.setSoTimeout(200);
            assertThatThrownBy(wire.getInputStream()::read)
                    .as("an answer before all was said")
                    .isInstanceOf(SocketTimeoutException.class);

            wire.setSoTimeout(10_000);
            wire.getOutputStream().write("{}".getBytes(StandardCharsets.US_ASCII));
            assertThat(new BufferedReader(new InputStreamReader(wire.getInputStream(), StandardCharsets.US_ASCII))
                            .readLine())
                    .startsWith("HTTP/1.1 2");
        }
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
    void opensAGroupWhereGuestsTalkAndLeave() {
        table.add(table.code(true), false);
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
        String chat = table.add(table.code(true), false);
        var customer = table.customer().path("externalUserId").asString();
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
        table.add(table.code(true), false);
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

    private static java.util.function.Function<JsonNode, String> each(String field) {
        return node -> node.path(field).asString("");
    }
}
