package io.tilth.wecom.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.tilth.wecom.CallQuota.Span;
import io.tilth.wecom.CallQuota.Used;
import io.tilth.wecom.CallbackAddresses.Traffic;
import io.tilth.wecom.Syncs.Drift;
import io.tilth.wecom.health.Figures.Failure;
import io.tilth.wecom.health.Figures.LicenceFigures;
import io.tilth.wecom.health.Figures.Shape;
import io.tilth.wecom.health.Figures.State;
import io.tilth.wecom.health.Figures.TokenFigures;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FiguresTest {

    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    private static final Traffic FINE = new Traffic(Optional.of(NOW.minusSeconds(9)), 5, 0, 0, 0);
    private static final TokenFigures TOKEN =
            new TokenFigures("access", Optional.of(NOW.plusSeconds(60)), Optional.of(NOW), Optional.empty());

    @Test
    void findsNothingWrongWithWhatIsWell() {
        var figures = figures(TOKEN, FINE, Optional.empty());

        assertThat(codes(figures)).containsExactly("tokens-good", "callbacks-arrive");
        assertThat(figures.isTrouble()).isFalse();
        assertThat(figures.token()).isEqualTo(State.OK);
    }

    @Test
    void saysFirstWhatIsBad() {
        var refused = new TokenFigures("access", Optional.empty(), Optional.empty(), Optional.of(40001));
        var figures = figures(refused, new Traffic(Optional.of(NOW), 9, 4, 2, 400_000), Optional.empty());

        assertThat(codes(figures)).containsExactly("token-failing", "callbacks-failed", "callbacks-stuck");
        assertThat(figures.isTrouble()).isTrue();
        assertThat(figures.token()).isEqualTo(State.FAILING);
    }

    @Test
    void noticesThatNothingComesAnyMore() {
        assertThat(codes(figures(TOKEN, new Traffic(Optional.empty(), 0, 0, 0, 0), Optional.empty())))
                .contains("callbacks-none");
        var quiet = new Traffic(Optional.of(NOW.minus(Duration.ofDays(3))), 0, 0, 0, 0);
        assertThat(codes(figures(TOKEN, quiet, Optional.empty()))).contains("callbacks-quiet");
    }

    @Test
    void alarmsWhenTheTicketIsOlderThanTwentyMinutes() {
        var minute = Duration.ofMinutes(1);
        assertThat(codes(hosted(Optional.of(NOW.minus(minute.multipliedBy(19))))))
                .doesNotContain("suite-ticket-late");
        assertThat(codes(hosted(Optional.of(NOW.minus(minute.multipliedBy(21))))))
                .contains("suite-ticket-late");
        assertThat(codes(hosted(Optional.empty()))).contains("suite-ticket-late");
    }

    @Test
    void measuresTheFullestWindow() {
        var figures = new Figures(
                NOW,
                new Shape(true, false, NOW),
                List.of(TOKEN),
                FINE,
                List.of(new Used("externalcontact/get", Span.HOUR, 85, 100), new Used("user/get", Span.MINUTE, 1, 100)),
                Optional.of(new Drift(NOW, Map.of("follow.gone", 3, "member.name", 2))),
                Optional.of(new LicenceFigures(5, 0, 1, 2, Optional.of(NOW.plus(Duration.ofDays(3))))),
                List.of(new Failure(NOW, "user/get", 60020, 3)),
                List.of(),
                Optional.empty(),
                List.of());

        assertThat(figures.quotaUsedPercent()).isEqualTo(85);
        assertThat(codes(figures))
                .contains(
                        "quota-nearly-used",
                        "drift-repaired",
                        "licences-expired",
                        "licences-none",
                        "licences-expiring",
                        "address-not-trusted");
        assertThat(figures.drift().map(Figures::differences)).contains(5);
    }

    private static Figures hosted(Optional<Instant> ticketAt) {
        return new Figures(
                NOW,
                new Shape(true, true, NOW),
                List.of(TOKEN),
                FINE,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                ticketAt,
                List.of());
    }

    private static Figures figures(TokenFigures token, Traffic traffic, Optional<Instant> ticketAt) {
        return new Figures(
                NOW,
                new Shape(true, false, NOW),
                List.of(token),
                traffic,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                ticketAt,
                List.of());
    }

    private static List<String> codes(Figures figures) {
        return figures.findings().stream().map(Finding::code).toList();
    }
}
