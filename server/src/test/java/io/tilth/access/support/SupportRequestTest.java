package io.tilth.access.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tilth.access.AccountId;
import io.tilth.kernel.Refusal;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SupportRequestTest {

    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    private static final Instant END = NOW.plus(Duration.ofHours(2));

    private final SupportRequest asked = SupportRequest.ask("Import fails", AccountId.next(), "Olga", NOW);

    @Test
    void opensNothingUntilAllowed() {
        assertThat(asked.visit(NOW)).isEmpty();
        assertThat(asked.refuse().visit(NOW)).isEmpty();
    }

    @Test
    void opensForTwoHours() {
        var allowed = asked.allow(NOW);

        assertThat(allowed.visit(END.minusSeconds(1))).hasValueSatisfying(visit -> {
            assertThat(visit.until()).isEqualTo(END);
            assertThat(visit.reason()).isEqualTo("Import fails");
        });
        assertThat(allowed.visit(END)).isEmpty();
    }

    @Test
    void endsByItself() {
        assertThat(asked.allow(NOW).at(END.minusSeconds(1)).state()).isEqualTo(SupportState.ALLOWED);
        assertThat(asked.allow(NOW).at(END).state()).isEqualTo(SupportState.ENDED);
    }

    @Test
    void endsWhenToldTo() {
        var ended = asked.allow(NOW).end(NOW.plusSeconds(60));

        assertThat(ended.state()).isEqualTo(SupportState.ENDED);
        assertThat(ended.visit(NOW.plusSeconds(60))).isEmpty();
        assertThat(ended.until()).contains(NOW.plusSeconds(60));
    }

    @Test
    void isDecidedOnce() {
        var allowed = asked.allow(NOW);

        refuses(() -> allowed.allow(NOW), "support-request-decided");
        refuses(allowed::refuse, "support-request-decided");
        refuses(() -> asked.refuse().allow(NOW), "support-request-decided");
        refuses(() -> asked.end(NOW), "support-visit-over");
        refuses(() -> allowed.end(END), "support-visit-over");
    }

    private static void refuses(Runnable deed, String code) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(deed::run).withMessage(code);
    }
}
