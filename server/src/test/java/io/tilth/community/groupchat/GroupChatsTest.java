package io.tilth.community.groupchat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.atLeast;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.tilth.kernel.Probing;
import io.tilth.wecom.WecomGroupChats.Chat;
import io.tilth.wecom.WecomRefusal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class GroupChatsTest extends GroupChatKit {

    @Test
    void asksWecomForAChatOfWhichItHears() {
        chats.put("wr1", chat("wr1", "滨江一期业主", customer("wm1"), customer("wm2"), colleague("linxiao")));
        hear("create", "wr1");
        fetcher.fetch(acme);

        var listed = list().at("/items/0");
        assertThat(listed.at("/name").asString()).isEqualTo("滨江一期业主");
        assertThat(listed.at("/owner/name").asString()).isEqualTo("林晓");
        assertThat(listed.at("/customers").asInt()).isEqualTo(2);
        assertThat(listed.at("/members").asInt()).isEqualTo(1);
        assertThat(listed.at("/state").asString()).isEqualTo("ACTIVE");
        assertThat(listed.at("/createdAt").asString()).startsWith("2026-10-01T08:00");
        var seats = open(listed).at("/seats");
        assertThat(seats).hasSize(3);
        assertThat(seats.findValuesAsString("external")).containsExactlyInAnyOrder("true", "true", "false");
    }

    @Test
    void asksOnceHoweverMuchTheNews() {
        chats.put("wr1", chat("wr1", "业主群", customer("wm1")));
        for (int i = 0; i < 5; i++) {
            hear("update", "wr1");
        }
        clearInvocations(wecom);

        assertThat(fetcher.fetch(acme)).isTrue();
        assertThat(fetcher.fetch(acme)).isFalse();

        verify(wecom, times(1)).find(hemu, "wr1");
    }

    @Test
    void asksAgainWhenNewsComeWhileItAsks() {
        chats.put("wr1", chat("wr1", "业主群", customer("wm1")));
        hear("create", "wr1");
        when(wecom.find(hemu, "wr1")).thenAnswer(call -> {
            hear("update", "wr1");
            return Optional.of(chats.get("wr1"));
        });
        fetcher.fetch(acme);
        doAnswer(call -> Optional.of(chats.get("wr1"))).when(wecom).find(hemu, "wr1");

        assertThat(fetcher.fetch(acme)).isTrue();
    }

    @Test
    void asksByItself() {
        chats.put("wr1", chat("wr1", "自己来", customer("wm1")));
        hear("create", "wr1");

        await().until(() -> list().at("/items/0/name").asString("").equals("自己来"));
    }

    @Test
    void keepsWhoLeftAndTakesWhoReturns() {
        chats.put("wr1", chat("wr1", "业主群", customer("wm1"), customer("wm2")));
        hear("create", "wr1");
        fetcher.fetch(acme);
        chats.put("wr1", chat("wr1", "业主二群", customer("wm2")));
        hear("update", "wr1");
        fetcher.fetch(acme);

        var listed = list().at("/items/0");
        assertThat(listed.at("/name").asString()).isEqualTo("业主二群");
        assertThat(listed.at("/customers").asInt()).isEqualTo(1);
        var seats = open(listed).at("/seats");
        assertThat(seats.at("/0/leftAt").isNull()).isTrue();
        assertThat(seats.at("/1/leftAt").isNull()).isFalse();

        chats.put("wr1", chat("wr1", "业主二群", customer("wm1"), customer("wm2")));
        hear("update", "wr1");
        fetcher.fetch(acme);
        assertThat(open(listed).at("/seats/1/leftAt").isNull()).isTrue();
    }

    @Test
    void marksADismissedChatAndOneWhoseOwnerLeft() {
        chats.put("wr1", chat("wr1", "一群", customer("wm1")));
        chats.put("wr2", chat("wr2", "二群", customer("wm1")));
        hear("create", "wr1");
        hear("create", "wr2");
        fetcher.fetch(acme);

        hear("dismiss", "wr1");
        tell("delete_user", Map.of("UserID", "linxiao"));

        await().until(() -> states().equals(Map.of("一群", "DISMISSED", "二群", "OWNER_LEFT")));
    }

    @Test
    void waitsLongerEachTimeWecomIsBusy() {
        doThrow(new WecomRefusal("externalcontact/groupchat/get", -1, WecomRefusal.Kind.BUSY, "busy"))
                .when(wecom)
                .find(any(), any());
        hear("create", "wr1");

        assertThat(fetcher.fetch(acme)).isTrue();
        assertThat(fetcher.fetch(acme)).isFalse();

        verify(wecom, atLeast(1)).find(hemu, "wr1");
        assertThat(staff.single(
                        acme,
                        "select attempts from community.group_chat where tenant_id = :tenant and next_at > now()",
                        Integer.class))
                .isEqualTo(1);
    }

    /** Such as a secret that was sealed with another key: asked for again at once, it would go round in a circle. */
    @Test
    void putsOffWhatFailsForReasonsOfOurOwnAndGoesOn() {
        chats.put("wr2", chat("wr2", "业主群", customer("wm1")));
        doThrow(new IllegalStateException("sealed with another key"))
                .when(wecom)
                .find(hemu, "wr1");
        hear("create", "wr1");
        hear("create", "wr2");

        fetcher.fetch(acme);

        assertThat(fetcher.fetch(acme)).isFalse();
        assertThat(states()).containsKey("业主群");
        assertThat(staff.single(
                        acme,
                        "select attempts from community.group_chat where tenant_id = :tenant and next_at > now()",
                        Integer.class))
                .isPositive();
    }

    @Test
    void syncsEverythingAndSaysWhatDiffered() {
        for (int i = 0; i < 120; i++) {
            chats.put("wr" + i, chat("wr" + i, "群 " + i, customer("wm" + i)));
        }
        assertThat(sync()).isEqualTo(Map.of("group.missing", 120));
        assertThat(sync()).isEmpty();

        chats.remove("wr7");
        chats.put("wr8", chat("wr8", "改了名", customer("wm8"), customer("wm9")));
        assertThat(sync()).isEqualTo(Map.of("group.extra", 1, "group.changed", 1, "seat.missing", 1));
        assertThat(states()).containsEntry("群 7", "DISMISSED");
    }

    @Test
    void showsAGuideTheirOwnAloneAndAnotherTenantNothing() {
        var chen = member("chenyan", "陈燕");
        chats.put("wr1", chat("wr1", "林晓的群", customer("wm1")));
        chats.put("wr2", new Chat("wr2", "陈燕的群", "chenyan", MADE, "", List.of(customer("wm1")), List.of()));
        hear("create", "wr1");
        hear("create", "wr2");
        fetcher.fetch(acme);

        var guide = new Probing(
                port,
                acme,
                UUID.randomUUID(),
                "group-chat:read,SELF,MEMBER=" + chen.id().value());
        var seen = new JsonMapper().readTree(guide.get("/api/v1/group-chats").body());
        assertThat(seen.at("/items").findValuesAsString("state")).hasSize(1);
        assertThat(seen.at("/items/0/name").asString()).isEqualTo("陈燕的群");
        var lins = list().at("/items")
                .valueStream()
                .filter(chat -> chat.at("/name").asString().equals("林晓的群"))
                .findFirst()
                .orElseThrow();
        assertThat(guide.get("/api/v1/group-chats/" + lins.at("/id").asString()).statusCode())
                .isEqualTo(404);
        assertThat(Probing.on(port, "group-chat:read")
                        .get("/api/v1/group-chats")
                        .body())
                .contains("\"items\":[]");
    }
}
