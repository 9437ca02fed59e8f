package io.tilth.sandbox.actor;

import static io.tilth.sandbox.kit.Stage.LIN;
import static io.tilth.sandbox.kit.Stage.ZHAO;
import static io.tilth.sandbox.seed.EmptyCompany.AGENT;
import static io.tilth.sandbox.seed.EmptyCompany.CORP;
import static org.assertj.core.api.Assertions.assertThat;

import io.tilth.sandbox.contact.Follow.Bond;
import io.tilth.sandbox.corp.App.Scope;
import io.tilth.sandbox.corp.Member;
import io.tilth.sandbox.groupchat.GroupChat;
import io.tilth.sandbox.kit.Stage;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Everything that people do is called back in the words of the platform. */
class ActorsTest {
    private final Stage stage = new Stage();
    private final Actors actors = stage.sandbox().actors();

    @BeforeEach
    void setUp() {
        stage.news();
    }

    @AfterEach
    void tearDown() {
        stage.close();
    }

    @Test
    void aCustomerAddsAMember() {
        actors.customers().add(stage.wang(), CORP, LIN, "binjiang");
        var event = stage.events().getFirst();
        assertThat(event.keySet())
                .containsExactlyInAnyOrder(
                        "ToUserName",
                        "FromUserName",
                        "CreateTime",
                        "MsgType",
                        "Event",
                        "ChangeType",
                        "UserID",
                        "ExternalUserID",
                        "State",
                        "WelcomeCode");
        assertThat(event)
                .containsAllEntriesOf(Map.of(
                        "ChangeType",
                        "add_external_contact",
                        "UserID",
                        LIN,
                        "State",
                        "binjiang",
                        "Event",
                        "change_external_contact"));
    }

    @Test
    void aCustomerAddsByHalfAndTheMemberAddsBack() {
        var half = actors.customers().addHalf(stage.wang(), CORP, LIN, "binjiang");
        actors.members().complete(CORP, LIN, half.customer());
        assertThat(stage.news()).containsExactly("add_half_external_contact", "add_external_contact");
    }

    @Test
    void theSecondWelcomeFailsOnceTheFirstWasSent() {
        var half = actors.customers().addHalf(stage.wang(), CORP, LIN, "");
        String code = stage.events().getFirst().get("WelcomeCode").toString();
        stage.post("externalcontact/send_welcome_msg", "welcome_code", code, "text", Map.of("content", "您好"));
        actors.members().complete(CORP, LIN, half.customer());
        assertThat(stage.events().getFirst()).doesNotContainKey("WelcomeCode");
    }

    @Test
    void aScanLeadsToARequestWhereTheCodeWantsConsent() {
        var way = stage.post(
                "externalcontact/add_contact_way",
                "type",
                1,
                "scene",
                2,
                "user",
                List.of(LIN),
                "skip_verify",
                false,
                "state",
                "s");
        assertThat(actors.customers().scan(stage.wang(), way.path("qr_code").asString()))
                .isEmpty();
        assertThat(stage.news()).isEmpty();
        assertThat(actors.members().requests(CORP, LIN)).hasSize(1);
        assertThat(actors.members().accept(CORP, LIN, stage.wang()).state()).isEqualTo("s");
        assertThat(actors.members().requests(CORP, LIN)).isEmpty();
        assertThat(stage.news()).containsExactly("add_external_contact");
    }

    @Test
    void aScanLeadsStraightToTheMemberElse() {
        var way = stage.post(
                "externalcontact/add_contact_way",
                "type",
                2,
                "scene",
                2,
                "user",
                List.of(LIN, ZHAO),
                "state",
                "s",
                "is_exclusive",
                true);
        String qr = way.path("qr_code").asString();
        var follow = actors.customers().scan(stage.wang(), qr).orElseThrow();
        assertThat(actors.customers().scan(stage.wang(), qr).orElseThrow().user())
                .isEqualTo(follow.user());
    }

    @Test
    void theyDeleteEachOther() {
        String customer = stage.friends();
        actors.customers().delete(stage.wang(), CORP, LIN);
        actors.members().delete(CORP, LIN, customer);
        assertThat(stage.news()).containsExactly("add_external_contact", "del_follow_user", "del_external_contact");
    }

    @Test
    void whoComesBackBringsNoStateAgain() {
        actors.customers().add(stage.wang(), CORP, LIN, "first");
        actors.customers().delete(stage.wang(), CORP, LIN);
        stage.news();
        var follow = actors.customers().add(stage.wang(), CORP, LIN, "second");
        assertThat(follow.state()).isEqualTo("first");
        assertThat(follow.bond()).isEqualTo(Bond.FULL);
        assertThat(stage.events().getFirst()).doesNotContainKey("State");
    }

    @Test
    void aMemberRemarksAndTagsButNumbersAreNotTold() {
        String customer = stage.friends();
        var group = actors.admins().openTags(CORP, "意向", List.of("高"));
        String tag = stage.sandbox()
                .platform()
                .tags()
                .in(group)
                .findFirst()
                .orElseThrow()
                .id();
        stage.news();
        actors.members().remark(CORP, LIN, customer, "王哥", "");
        actors.members().note(CORP, LIN, customer, List.of("13800000001"));
        actors.members().tag(CORP, LIN, customer, List.of(tag));
        assertThat(stage.news()).containsExactly("edit_external_contact", "edit_external_contact");
        actors.admins().deleteTag(CORP, tag);
        assertThat(stage.events())
                .extracting(event -> event.get("ChangeType") + " " + event.get("TagType"))
                .containsExactly("delete tag", "delete tag_group");
        assertThat(stage.get("externalcontact/get", "external_userid", customer)
                        .path("follow_user")
                        .get(0)
                        .path("tags"))
                .isEmpty();
    }

    @Test
    void aGroupLives() {
        var chat = actors.groups().open(CORP, LIN, "江南里业主群", List.of(ZHAO), List.of(stage.wang()));
        String customer = actors.customers().known(CORP, stage.wang()).id();
        actors.groups().rename(CORP, chat.id(), "江南里");
        actors.groups().announce(CORP, chat.id(), "周六答疑");
        actors.groups().leave(CORP, chat.id(), customer);
        actors.groups().invite(CORP, chat.id(), LIN, stage.wang());
        actors.groups().handOver(CORP, chat.id(), ZHAO);
        actors.groups().dismiss(CORP, chat.id());
        var events = stage.events();
        assertThat(events)
                .extracting(event -> event.get("ChangeType") + " " + event.getOrDefault("UpdateDetail", ""))
                .containsExactly(
                        "create ",
                        "update change_name",
                        "update change_notice",
                        "update del_member",
                        "update add_member",
                        "update change_owner",
                        "dismiss ");
        assertThat(events.get(3).get("LastMemVer")).isEqualTo(chat.version());
        assertThat(events.get(4).get("LastMemVer")).isEqualTo(events.get(3).get("CurMemVer"));
    }

    @Test
    void theDirectoryMoves() {
        actors.admins().take(Member.of(CORP, "sun", "孙丽", "顾问", Stage.XIHU));
        actors.admins().edit(CORP, "sun", member -> member.named("sunli", "孙丽", "店长"));
        actors.admins().dismiss(CORP, "sunli");
        var shop = actors.admins().open(CORP, "萧山店", 1);
        actors.admins().rename(CORP, shop.id(), "萧山旗舰店");
        actors.admins().close(CORP, shop.id());
        var events = stage.events();
        assertThat(events)
                .extracting(event -> event.get("ChangeType"))
                .containsExactlyInAnyOrder(
                        "create_user", "update_user", "delete_user", "create_party", "update_party", "delete_party");
        assertThat(events)
                .filteredOn(event -> "update_user".equals(event.get("ChangeType")))
                .allSatisfy(event ->
                        assertThat(event).containsEntry("UserID", "sun").containsEntry("NewUserID", "sunli"));
    }

    @Test
    void whoLeavesLeavesGroupsBehind() {
        var chat = actors.groups().open(CORP, LIN, "江南里", List.of(), List.of(stage.wang()));
        actors.admins().dismiss(CORP, LIN);
        assertThat(stage.sandbox()
                        .world()
                        .find(GroupChat.class, chat.key())
                        .orElseThrow()
                        .status())
                .isEqualTo(1);
        assertThat(stage.get("user/get", "userid", LIN).path("errcode").asInt()).isEqualTo(60111);
    }

    @Test
    void anAppHearsOnlyOfThoseItSees() {
        actors.admins().set(CORP, AGENT, app -> app.with(new Scope(List.of(ZHAO), List.of())));
        stage.friends();
        assertThat(stage.news()).isEmpty();
        actors.customers().add(stage.wang(), CORP, ZHAO, "");
        assertThat(stage.news()).containsExactly("add_external_contact");
    }
}
