package io.tilth.sandbox.callback;

import static io.tilth.sandbox.seed.EmptyCompany.AGENT;
import static io.tilth.sandbox.seed.EmptyCompany.CORP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tilth.sandbox.Sandbox;
import io.tilth.sandbox.Settings;
import io.tilth.sandbox.callback.Delivered.Outcome;
import io.tilth.sandbox.fault.Fault;
import io.tilth.sandbox.fault.Faults;
import io.tilth.sandbox.kit.Ear;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CallbacksTest {
    @TempDir
    Path home;

    private Sandbox sandbox;
    private Ear ear;

    @BeforeEach
    void setUp() {
        start();
        ear = new Ear(CORP);
        assertThat(sandbox.callbacks().configure(CORP, AGENT, ear.address())).isEmpty();
    }

    @AfterEach
    void tearDown() {
        sandbox.close();
        ear.close();
    }

    @Test
    void canBeReadByWxJava() {
        say("wm1", 0);
        await().untilAsserted(() -> assertThat(ear.events()).hasSize(1));
        assertThat(ear.events().getFirst())
                .containsAllEntriesOf(Map.of(
                        "ToUserName", CORP,
                        "FromUserName", "sys",
                        "MsgType", "event",
                        "Event", "change_external_contact",
                        "ChangeType", "edit_external_contact",
                        "ExternalUserID", "wm1"));
    }

    @Test
    void refusesAnAddressThatCannotRead() {
        try (var stranger = new Ear("ww0000000000000000")) {
            var address = new io.tilth.sandbox.corp.App.CallbackAddress(
                    ear.address().url(), "othertoken", ear.address().aesKey(), java.util.Set.of());
            assertThat(sandbox.callbacks().configure(CORP, AGENT, address)).isPresent();
            stranger.close();
            assertThat(sandbox.callbacks().configure(CORP, AGENT, stranger.address()))
                    .isPresent();
        }
    }

    @Test
    void triesThreeTimesAndNoMore() {
        ear.answering(nth -> nth < 2 ? 500 : 200);
        say("wm1", 0);
        await().untilAsserted(() -> assertThat(outcome(0)).isEqualTo(Outcome.DELIVERED));
        assertThat(ear.heard()).hasSize(3);

        ear.answering(nth -> 503);
        say("wm1", 1);
        await().untilAsserted(() -> assertThat(sandbox.callbacks().pending()).isZero());
        assertThat(outcome(0)).isEqualTo(Outcome.FAILED);
        assertThat(ear.heard()).hasSize(6);
    }

    @Test
    void keepsTheOrderOfASubject() {
        ear.answering(nth -> nth % 3 == 0 ? 500 : 200);
        IntStream.range(0, 60).forEach(nth -> say("wm" + nth % 3, nth));
        await().untilAsserted(() -> assertThat(sandbox.callbacks().pending()).isZero());
        for (String subject : new String[] {"wm0", "wm1", "wm2"}) {
            assertThat(ear.events().stream()
                            .filter(event -> event.get("ExternalUserID").equals(subject))
                            .map(event -> Integer.valueOf(event.get("Nth").toString())))
                    .isSorted();
        }
    }

    @Test
    void keepsWhatIsStillToBeToldOverARestart() {
        int port = ear.port();
        ear.close();
        sandbox.callbacks().set(32, Duration.ofHours(1));
        say("wm1", 0);
        say("wm1", 1);
        sandbox.close();
        ear = new Ear(CORP, port);
        start();
        await().untilAsserted(() -> assertThat(ear.each("Nth")).containsExactly("0", "1"));
    }

    @Test
    void sendsTwiceLateOrNeverWhenTheDiceWantIt() {
        sandbox.faults().set(Faults.none().with(Fault.CALLBACK_TWICE, 1));
        say("wm1", 0);
        await().untilAsserted(() -> assertThat(ear.heard()).hasSize(2));
        sandbox.faults().set(Faults.none().with(Fault.CALLBACK_LOST, 1));
        say("wm1", 1);
        sandbox.faults().set(Faults.none().lasting(0, 300).with(Fault.CALLBACK_LATE, 1));
        say("wm1", 2);
        sandbox.faults().set(Faults.none());
        say("wm1", 3);
        await().untilAsserted(() -> assertThat(sandbox.callbacks().pending()).isZero());
        assertThat(ear.each("Nth")).containsExactly("0", "0", "3", "2");
    }

    private void start() {
        sandbox = Sandbox.start(Settings.forTest().in(home));
        sandbox.callbacks().set(32, Duration.ofMillis(20));
    }

    private Outcome outcome(int nth) {
        var log = sandbox.callbacks().log().newest(10);
        assertThat(log).hasSizeGreaterThan(nth);
        return log.get(nth).outcome();
    }

    private void say(String customer, int nth) {
        var event = Event.of("change_external_contact", "edit_external_contact")
                .about(customer)
                .text("ExternalUserID", customer)
                .number("Nth", nth);
        sandbox.world().change(change -> {
            sandbox.callbacks().say(change, CORP, event);
            return event;
        });
    }
}
