package io.tilth.directory.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyList;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.doThrow;

import io.tilth.access.RoleId;
import io.tilth.directory.Members.Member;
import io.tilth.directory.Notice;
import io.tilth.directory.Notice.Urgency;
import io.tilth.directory.NoticeKit;
import io.tilth.directory.Notices;
import io.tilth.directory.Rests;
import io.tilth.wecom.AppMessages.Sent;
import io.tilth.wecom.WecomRefusal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class NoticesTest extends NoticeKit {

    @Autowired
    Notices notices;

    @Autowired
    Rests rests;

    @Test
    void tellsAMemberInTheListLiveAndOnThePhone() {
        var account = staff.hire(tenant(), "Lin", new RoleId(new UUID(0, 4)));
        staff.update(tenant(), """
                insert into access.member_account (tenant_id, member_id, account_id, linked_at)
                values (:tenant, '%s', '%s', now())""".formatted(lin.id().value(), account.value()));

        tell(lin, "王女士", Urgency.ORDINARY);

        var message = rings(lin, 1).getFirst().message();
        assertThat(message.title()).contains("王女士");
        assertThat(message.link().orElseThrow().toString())
                .contains("/w/customers/1?company=")
                .startsWith("http");
        var listed = json(as(lin).get("/api/v1/notices")).at("/items");
        assertThat(listed.size()).isEqualTo(1);
        assertThat(listed.at("/0/title").asString()).contains("王女士");
        assertThat(listed.at("/0/seen").asBoolean()).isFalse();
        assertThat(staff.single(
                        tenant(),
                        "select count(*) from kernel.live_signal where tenant_id = :tenant and topic = 'notice'"
                                + " and recipient = 'account:" + account.value() + "'",
                        Integer.class))
                .isEqualTo(1);
        assertThat(json(as(zhao).get("/api/v1/notices")).at("/items").size()).isZero();
    }

    @Test
    void countsWhatIsUnseenAndForgetsItOnceSeen() {
        tell(lin, "王女士", Urgency.QUIET);
        tell(lin, "李女士", Urgency.QUIET);

        assertThat(unseen(lin)).isEqualTo(2);
        assertThat(unseen(zhao)).isZero();
        assertThat(as(lin).post("/api/v1/notices/seen", "").statusCode()).isEqualTo(204);
        assertThat(unseen(lin)).isZero();
        assertThat(phones).isEmpty();
    }

    @Test
    void makesOneOfWhatBelongsTogetherAndRingsAgainOnlyWhenItBecomesUrgent() {
        tell(lin, "第一次", Urgency.ORDINARY, "visit");
        rings(lin, 1);
        settle(lin);
        tell(lin, "第二次", Urgency.ORDINARY, "visit");
        tell(lin, "第三次", Urgency.NOW, "visit");

        assertThat(rings(lin, 2).getLast().message().title()).contains("第三次");
        settle(lin);
        tell(lin, "第四次", Urgency.NOW, "visit");
        settle(lin);
        assertThat(phoneOf(lin)).hasSize(2);
        var listed = json(as(lin).get("/api/v1/notices")).at("/items");
        assertThat(listed.size()).isEqualTo(1);
        assertThat(listed.at("/0/title").asString()).contains("第四次");

        as(lin).post("/api/v1/notices/seen", "");
        tell(lin, "新的", Urgency.ORDINARY, "visit");
        assertThat(rings(lin, 3)).hasSize(3);
        assertThat(json(as(lin).get("/api/v1/notices")).at("/items").size()).isEqualTo(2);
    }

    @Test
    void holdsWhatComesAtNightAndSumsItUpInTheMorning() {
        clock.to(at("23T22:00"));
        IntStream.range(0, 5).forEach(i -> tell(lin, "客户" + i, i == 0 ? Urgency.NOW : Urgency.ORDINARY));
        settle(lin);
        assertThat(phones).isEmpty();
        assertThat(unseen(lin)).isEqualTo(5);

        clock.to(at("24T08:31"));
        settle(lin);

        assertThat(phoneOf(lin)).hasSize(1);
        assertThat(phoneOf(lin).getFirst().message().title()).contains("5");
        assertThat(phoneOf(lin).getFirst().message().text()).contains("客户4");
    }

    @Test
    void sendsNothingInTheMorningOfWhatWasSeenAtNight() {
        clock.to(at("23T22:00"));
        tell(lin, "王女士", Urgency.ORDINARY);
        settle(lin);
        as(lin).post("/api/v1/notices/seen", "");

        clock.to(at("24T08:31"));
        settle(lin);
        assertThat(phones).isEmpty();
    }

    @Test
    void letsWhatIsPressingThroughAtNightForWhoAllowsIt() {
        allow(lin);
        clock.to(at("23T23:00"));
        tell(lin, "留电话", Urgency.PRESSING);
        tell(zhao, "留电话", Urgency.PRESSING);

        assertThat(rings(lin, 1)).hasSize(1);
        settle(zhao);
        assertThat(phoneOf(zhao)).isEmpty();
    }

    @Test
    void waitsForWhoRestsOrIsOffTheirShift() {
        in(() -> {
            rests.rest(lin.id(), true);
            return true;
        });
        var shift = """
                {"spareId": null, "shifts": [{"weekday": 1, "starts": "14:00", "ends": "21:00"}], "version": 0}""";
        assertThat(acme.put("/api/v1/members/" + zhao.id().value() + "/duty", shift)
                        .statusCode())
                .isEqualTo(200);
        tell(lin, "王女士", Urgency.NOW);
        tell(zhao, "王女士", Urgency.NOW);
        settle(lin);
        settle(zhao);
        assertThat(phones).isEmpty();

        clock.to(at("23T14:00"));
        settle(zhao);
        assertThat(phoneOf(zhao)).hasSize(1);
        clock.to(at("24T00:01"));
        settle(lin);
        assertThat(phoneOf(lin)).isEmpty();
        clock.to(at("24T08:30"));
        settle(lin);
        assertThat(phoneOf(lin)).hasSize(1);
    }

    @Test
    void neverSendsMoreInAMinuteThanThePlatformTakesAndLosesNothing() {
        for (int i = 0; i < 60; i++) {
            tell(lin, "客户" + i, Urgency.ORDINARY);
            settle(lin);
        }
        assertThat(phoneOf(lin)).hasSizeLessThanOrEqualTo(LetterService.A_MINUTE);

        clock.forward(Duration.ofSeconds(62));
        settle(lin);
        clock.forward(Duration.ofSeconds(62));
        settle(lin);
        assertThat(waiting()).isZero();
        assertThat(phoneOf(lin).getLast().message().title()).contains("35");
    }

    @Test
    void triesAgainWhenThePlatformIsBusyAndGivesUpOnWhomItDoesNotReach() {
        doThrow(new WecomRefusal("message/send", -1, WecomRefusal.Kind.BUSY, "busy"))
                .when(wecom)
                .send(any(), anyList(), any());
        tell(lin, "王女士", Urgency.ORDINARY);
        settle(lin);
        assertThat(waiting()).isEqualTo(1);

        doReturn(new Sent("m", List.of("lin"), List.of())).when(wecom).send(any(), anyList(), any());
        clock.forward(Duration.ofMinutes(2));
        settle(lin);
        assertThat(waiting()).isZero();
        assertThat(state()).isEqualTo("FAILED");
    }

    @Test
    void takesOverWhatADeadNodeWasSending() {
        tell(lin, "王女士", Urgency.ORDINARY);
        rings(lin, 1);
        settle(lin);
        staff.update(tenant(), """
                update directory.notice set state = 'SENDING', due_at = '%s' where tenant_id = :tenant""".formatted(clock.instant().minusSeconds(1)));
        settle(lin);

        assertThat(phoneOf(lin)).hasSize(2);
        assertThat(state()).isEqualTo("SENT");
    }

    @Test
    void keepsWhatAMemberWantsAndRefusesWhatIsStale() {
        var setting = """
                {"kinds": {}, "quietFrom": "20:00", "quietTo": "09:00", "ownHours": true, "phoneLeftPasses": true,
                 "version": 0}""";
        var kept = json(as(lin).put("/api/v1/me/notice-settings", setting));
        assertThat(kept.at("/quietFrom").asString()).isEqualTo("20:00");
        assertThat(kept.at("/version").asInt()).isEqualTo(1);
        assertThat(as(lin).put("/api/v1/me/notice-settings", setting).statusCode())
                .isEqualTo(409);
        assertThat(acme.put("/api/v1/me/notice-settings", setting).body()).contains("notice-setting-of-nobody");
        assertThat(json(as(zhao).get("/api/v1/me/notice-settings"))
                        .at("/quietFrom")
                        .asString())
                .isEqualTo("21:30");
    }

    private void allow(Member member) {
        as(member).put("/api/v1/me/notice-settings", """
                {"kinds": {}, "quietFrom": "21:30", "quietTo": "08:30", "ownHours": false, "phoneLeftPasses": true,
                 "version": 0}""");
    }

    private void tell(Member member, String customer, Urgency urgency) {
        tell(member, customer, urgency, UUID.randomUUID().toString());
    }

    private void tell(Member member, String customer, Urgency urgency, String merge) {
        var notice = new Notice(
                "visit.alert",
                Map.of("customer", customer, "material", "价目表", "seconds", "70"),
                "/w/customers/1",
                Optional.of(merge),
                urgency);
        in(() -> {
            notices.tell(member.id(), notice);
            return true;
        });
    }

    private int unseen(Member member) {
        return json(as(member).get("/api/v1/notices/unseen")).at("/count").asInt();
    }

    private int waiting() {
        return staff.single(
                tenant(),
                "select count(*) from directory.notice where tenant_id = :tenant and state in ('WAITING', 'SENDING')",
                Integer.class);
    }

    private String state() {
        return staff.single(
                tenant(), "select max(state) from directory.notice where tenant_id = :tenant", String.class);
    }

    private static Instant at(String dayAndTime) {
        return Instant.parse("2026-11-" + dayAndTime + ":00+08:00");
    }
}
