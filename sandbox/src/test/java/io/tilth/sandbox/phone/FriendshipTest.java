package io.tilth.sandbox.phone;

import static io.tilth.sandbox.phone.Table.CORP;
import static io.tilth.sandbox.phone.Table.LIN;
import static io.tilth.sandbox.phone.Table.encode;
import static org.assertj.core.api.Assertions.assertThat;

import io.tilth.sandbox.kit.Ear;
import io.tilth.sandbox.seed.EmptyCompany;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How a member and a customer find each other on the phones, keep notes and part. */
class FriendshipTest {
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

        String chat = table.add(code, false);
        assertThat(table.wechat("").path("chats").path(0).path("bond").asString())
                .isEqualTo("BOTH");
        assertThat(table.post("/wechat/" + table.wang + "/scan", "text", code)
                        .path("chat")
                        .asString())
                .isEqualTo(chat);
        assertThat(table.customer().path("state").asString()).isEqualTo("door-3");
    }

    @Test
    void waitsUntilTheMemberAcceptsWhereTheCodeWantsIt() {
        table.add(table.code(false), false);
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

        assertThat(table.customer().path("bond").asString()).isEqualTo("BOTH");
        assertThat(table.wechat("").path("requests")).isEmpty();
        var again = table.ask("/wecom/" + encode(LIN) + "/invite", "customer", table.wang);
        assertThat(again.statusCode()).isEqualTo(409);
    }

    @Test
    void addsByHalfAndTheMemberAddsBack() {
        table.add(table.code(true), true);
        assertThat(table.wecom("").path("requests")).hasSize(1);

        table.post("/wecom/" + encode(LIN) + "/requests/" + table.wang + "/accept");

        assertThat(table.customer().path("bond").asString()).isEqualTo("BOTH");
        assertThat(table.wecom("").path("requests")).isEmpty();
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

        String chat = table.add(url + "?customer_channel=clip-7", false);

        assertThat(chat).isEqualTo("m:" + LIN);
        assertThat(table.customer().path("state").asString()).isEqualTo("clip-7");
        assertThat(table.customer().path("way").asString()).isEqualTo("获客链接");
    }

    @Test
    void endsAFriendshipFromEitherSide() {
        String chat = table.add(table.code(true), false);
        table.post("/wechat/" + table.wang + "/chats/" + encode(chat) + "/delete");
        assertThat(table.wechat("").path("chats")).isEmpty();
        assertThat(table.customer().path("bond").asString()).isEqualTo("GONE");

        table.add(table.code(true), false);
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
        table.add(table.code(true), false);
        table.sandbox.actors().admins().openTags(CORP, "意向等级", List.of("高", "低"));
        var tag = table.customer().path("groups").path(0).path("tags").path(0);
        try (var ear = new Ear(CORP)) {
            table.sandbox.callbacks().configure(CORP, EmptyCompany.AGENT, ear.address());
            String one = "/wecom/" + encode(LIN) + "/customers/" + table.wang;
            table.post(one + "/remark", "remark", "A王先生 滨江", "description", "等报价");
            table.post(one + "/tags", "tag", tag.path("id"), "chosen", true);

            assertThat(table.customer().path("remark").asString()).isEqualTo("A王先生 滨江");
            assertThat(table.customer()
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
}
