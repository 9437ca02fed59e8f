package io.tilth.messaging.welcome;

import static org.assertj.core.api.Assertions.assertThat;

import io.tilth.messaging.Welcomes.Attachment;
import io.tilth.messaging.Welcomes.Words;
import io.tilth.messaging.welcome.WaitingWelcomeRepository.Waiting;
import io.tilth.sandbox.fault.Fault;
import io.tilth.sandbox.fault.Faults;
import io.tilth.wecom.WecomRefusal;
import io.tilth.wecom.WelcomeMessages;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A new friend is greeted once, whatever happens in between; what was missed says why. */
class WelcomesTest extends WelcomeKit {

    @Test
    void greetsANewFriendOnceHoweverOftenItIsTold() {
        var friend = meet();
        greet(friend, Optional.of(friend.code()), false);
        greet(friend, Optional.of(friend.code()), false);

        eventually(() -> states().equals(List.of("SENT")));
        assertThat(said(friend)).hasSize(1).first().asString().contains("您好" + friend.name() + ",我是");
        assertThat(timeline(friend)).contains("welcome.sent");
    }

    @Test
    void carriesPicturesAndLinks() {
        var friend = meet();
        var picture = in(() -> pictures.add(WelcomePicture.of(new byte[] {(byte) 0x89, 'P', 'N', 'G', 1, 2, 3, 4})));
        var words = new Words(
                "欢迎",
                List.of(),
                List.of(
                        new Attachment.Picture(picture),
                        new Attachment.Link("价目表", "2 万以内", URI.create("https://a.cn/p"), Optional.empty()),
                        new Attachment.MiniProgram("预约量尺", "wx1234567890abcdef", "pages/book", picture)));
        greet(friend, Optional.of(friend.code()), false, words);

        eventually(() -> states().equals(List.of("SENT")));
        assertThat(types(friend)).containsExactly("text", "image", "link", "miniprogram");
    }

    @Test
    void recordsWhyAFriendWasNotGreeted() {
        var without = meet();
        greet(without, Optional.empty(), false);
        var taken = meet();
        visits.apart(acme.tenant(), () -> {
            wecom.send(company, taken.code(), new WelcomeMessages.Greeting("另一个工具", List.of()));
            return 0;
        });
        greet(taken, Optional.of(taken.code()), false);
        var late = meet();
        greet(late.at(Instant.now().minusSeconds(21)), Optional.of(late.code()), false);
        var wrong = meet();
        greet(wrong, Optional.of("no-such-code"), false);

        eventually(() -> !states().contains("QUEUED"));
        assertThat(reasons()).containsExactly("no-code", "41051", "late", "41050");
        assertThat(said(late)).isEmpty();
        assertThat(said(taken)).hasSize(1);
        assertThat(timeline(late)).contains("welcome.missed");
    }

    @Test
    void takesALostAnswerForWhatItWas() {
        var friend = meet();
        SANDBOX.faults().set(Faults.none().seeded(1).with(Fault.ANSWER_LOST, 1));
        greet(friend, Optional.of(friend.code()), false);
        eventually(() -> !said(friend).isEmpty());
        SANDBOX.faults().set(Faults.none());

        eventually(() -> states().equals(List.of("SENT")));
        assertThat(said(friend)).hasSize(1);
    }

    @Test
    void triesAgainWhileWecomIsBusy() {
        var friend = meet();
        SANDBOX.faults().set(Faults.none().seeded(1).with(Fault.DROPPED, 1));
        greet(friend, Optional.of(friend.code()), false);
        eventually(() -> count("messaging.welcome where tenant_id = :tenant and attempts > 0") == 1);
        SANDBOX.faults().set(Faults.none());

        eventually(() -> states().equals(List.of("SENT")));
        assertThat(said(friend)).hasSize(1);
    }

    @Test
    void isTakenUpAfterANodeDied() {
        var friend = meet();
        var id = UUID.randomUUID();
        in(() -> store(id, friend));
        var read = new Waiting(id, acme.tenant(), NOT_YET);
        assertThat(in(() -> service.take(read))).isPresent(); // and then nothing more is heard of that node
        assertThat(in(() -> service.take(read))).isEmpty();

        eventually(() -> states().equals(List.of("SENT")));
        assertThat(said(friend)).hasSize(1);
    }

    @Test
    void saysItOnceWhenTheNodeDiedAfterWecomHadTheMessage() {
        var friend = meet();
        var id = UUID.randomUUID();
        in(() -> store(id, friend));
        var read = new Waiting(id, acme.tenant(), NOT_YET);
        assertThat(in(() -> service.take(read))).isPresent();
        visits.apart(acme.tenant(), () -> {
            wecom.send(company, friend.code(), new WelcomeMessages.Greeting("您好", List.of()));
            return 0; // and the node is gone before it has noted that
        });

        eventually(() -> states().equals(List.of("SENT")));
        assertThat(said(friend)).hasSize(1);
    }

    @Test
    void believesWecomRatherThanTheClockWhenAnAnswerWasLost() {
        var friend = meet();
        var late = friend.at(Instant.now().minusSeconds(60));
        var id = UUID.randomUUID();
        in(() -> store(id, late));
        assertThat(in(() -> service.take(new Waiting(id, acme.tenant(), NOT_YET))))
                .isPresent();
        visits.apart(acme.tenant(), () -> {
            wecom.send(company, friend.code(), new WelcomeMessages.Greeting("您好", List.of()));
            return 0; // and it takes a minute until another node looks
        });

        eventually(() -> states().equals(List.of("SENT")));
        assertThat(said(friend)).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"BUSY", "EXPIRED"})
    void callsNothingMissedThatMayHaveBeenSentOnlyBecauseWecomIsIllNow(Fault illness) {
        var friend = meet();
        var id = UUID.randomUUID();
        in(() -> store(id, friend.at(Instant.now().minusSeconds(60))));
        assertThat(in(() -> service.take(new Waiting(id, acme.tenant(), NOT_YET))))
                .isPresent();
        visits.apart(acme.tenant(), () -> {
            wecom.send(company, friend.code(), new WelcomeMessages.Greeting("您好", List.of()));
            return 0; // the answer is lost
        });
        SANDBOX.faults().set(Faults.none().seeded(1).with(illness, 1));
        eventually(() ->
                count("messaging.waiting_welcome where next_at > now() + interval '10 seconds' and id = '" + id + "'")
                        == 1);
        assertThat(states()).containsExactly("QUEUED");

        SANDBOX.faults().set(Faults.none());
        in(() -> jdbc.sql("update messaging.waiting_welcome set next_at = now() where id = :id")
                .param("id", id)
                .update());
        eventually(() -> states().equals(List.of("SENT")));
        assertThat(said(friend)).hasSize(1);
    }

    @Test
    void letsNoRefusedTryHideWhatALaterOneMayHaveSent() {
        var friend = meet();
        var id = UUID.randomUUID();
        in(() -> store(id, friend));
        var slow =
                in(() -> service.take(new Waiting(id, acme.tenant(), NOT_YET))).orElseThrow();
        assertThat(in(() -> service.take(again(id)))).isPresent();
        visits.apart(acme.tenant(), () -> {
            wecom.send(company, friend.code(), new WelcomeMessages.Greeting("您好", List.of()));
            return 0; // the answer to the later try is lost
        });

        in(() -> {
            service.again(slow, true, Duration.ZERO);
            return 0;
        });

        eventually(() -> !states().equals(List.of("QUEUED")));
        assertThat(states()).containsExactly("SENT");
        assertThat(said(friend)).hasSize(1);
    }

    @Test
    void callsNothingMissedThatATryInItsSteadHasSent() {
        var friend = meet();
        var id = UUID.randomUUID();
        in(() -> store(id, friend));
        WelcomeMessages heldUp = (company, code, greeting) -> {
            in(() -> service.take(again(id))).orElseThrow(); // nobody has heard of this try for long
            wecom.send(company, code, greeting);
            wecom.send(company, code, greeting); // and now it comes to its turn
        };
        new WelcomeSender(visits, service, content, heldUp, Clock.systemUTC())
                .send(new Waiting(id, acme.tenant(), NOT_YET));

        assertThat(states()).containsExactly("SENT");
        assertThat(said(friend)).hasSize(1);
    }

    @Test
    void lendsAPictureAnewWhenWecomHasForgottenIt() {
        var mini = new Attachment.MiniProgram(
                "预约量尺",
                "wx1234567890abcdef",
                "pages/book",
                in(() -> pictures.add(WelcomePicture.of(new byte[] {(byte) 0x89, 'P', 'N', 'G', 5, 6, 7, 8}))));
        in(() -> {
            pictures.lent(company, mini.picture(), "gone-since-yesterday");
            return 0;
        });
        var friend = meet();
        greet(friend, Optional.of(friend.code()), false, new Words("欢迎", List.of(), List.of(mini)));

        eventually(() -> states().equals(List.of("SENT")));
        assertThat(types(friend)).containsExactly("text", "miniprogram");
    }

    @Test
    void leavesOutWhatWecomRefusesTwiceRatherThanStaySilent() {
        var friend = meet();
        var id = UUID.randomUUID();
        in(() -> store(id, friend)
                + jdbc.sql("""
                update messaging.welcome
                set words = cast(:words as jsonb)
                where tenant_id = :tenant and id = :id
                """)
                        .param("id", id)
                        .param("words", """
                {"text": "您好", "materials": [], "attachments": [
                    {"kind": "LINK", "title": "价目表", "description": "", "url": "https://a.cn/p", "picture": null},
                    {"kind": "MINI_PROGRAM", "title": "预约", "appId": "wx1234567890abcdef", "page": "pages/book",
                     "picture": "%s"}]}
                """.formatted(in(() ->
                                        pictures.add(WelcomePicture.of(new byte[] {(byte) 0x89, 'P', 'N', 'G', 1, 2})))
                                .value()))
                        .update());
        WelcomeMessages refusing = (company, code, greeting) -> {
            if (greeting.pieces().stream().anyMatch(WelcomeMessages.Piece.MiniProgram.class::isInstance)) {
                throw new WecomRefusal("send_welcome_msg", 40007, WecomRefusal.Kind.REQUEST, "invalid media_id");
            }
            wecom.send(company, code, greeting);
        };
        new WelcomeSender(visits, service, content, refusing, Clock.systemUTC())
                .send(new Waiting(id, acme.tenant(), NOT_YET));

        assertThat(states()).containsExactly("SENT");
        assertThat(reasons()).containsExactly("without-media");
        assertThat(types(friend)).containsExactly("text", "link");
    }

    @Test
    void greetsOnceWhenTheMemberAddsBack() {
        var friend = meet();
        greet(friend, Optional.of(friend.code()), false);
        eventually(() -> states().equals(List.of("SENT")));
        greet(friend.at(friend.at().plusSeconds(1)), Optional.empty(), true);
        greet(friend.at(friend.at().plusSeconds(2)), Optional.of("unused"), true);

        eventually(() -> count("messaging.welcome where tenant_id = :tenant") == 1);
        assertThat(states()).containsExactly("SENT");
        assertThat(said(friend)).hasSize(1);
    }

    /** As if the time for a try had passed. */
    private Waiting again(UUID id) {
        in(() -> jdbc.sql("update messaging.waiting_welcome set next_at = :next where id = :id")
                .param("next", NOT_YET.atOffset(ZoneOffset.UTC))
                .param("id", id)
                .update());
        return new Waiting(id, acme.tenant(), NOT_YET);
    }
}
