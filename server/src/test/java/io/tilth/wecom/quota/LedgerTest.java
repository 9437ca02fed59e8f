package io.tilth.wecom.quota;

import static org.assertj.core.api.Assertions.assertThat;

import io.tilth.ServerTest;
import io.tilth.kernel.TenantId;
import io.tilth.kernel.TenantScope;
import io.tilth.wecom.CallQuota.Span;
import io.tilth.wecom.CallQuota.Used;
import io.tilth.wecom.CompanyId;
import io.tilth.wecom.Corporations;
import io.tilth.wecom.WecomSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

@ServerTest
@Import(Corporations.class)
@TestPropertySource(properties = {"tilth.wecom.calls.per-minute=100", "tilth.wecom.calls.per-hour=150"})
class LedgerTest {

    private static final AtomicLong TENANTS = new AtomicLong(7_300_000);
    private static final Instant START = Instant.parse("2026-11-22T08:10:20Z");

    @Autowired
    Corporations corporations;

    @Autowired
    QuotaService windows;

    @Autowired
    WecomSettings settings;

    TenantId acme;
    CompanyId company;

    @BeforeEach
    void connectACompany() {
        acme = new TenantId(TENANTS.incrementAndGet());
        company = corporations.connect(acme, "ww" + acme.value(), 1, "secret");
    }

    @Test
    void givesAsManyCallsAsTheMinuteHasOverAllNodes() {
        var one = node(START);
        var other = node(START);

        assertThat(take(one, 60) + take(other, 60) + take(one, 60)).isEqualTo(100);
        assertThat(wait(one)).isEqualTo(Duration.ofSeconds(40));
        assertThat(wait(other)).isEqualTo(Duration.ofSeconds(40));
    }

    @Test
    void holdsTheHourToo() {
        assertThat(take(node(START), 200)).isEqualTo(100);
        assertThat(take(node(START.plusSeconds(60)), 200)).isEqualTo(50);
        assertThat(wait(node(START.plusSeconds(60))))
                .isEqualTo(Duration.ofMinutes(48).plusSeconds(40));
        assertThat(take(node(START.plusSeconds(3000)), 200)).isEqualTo(100);
    }

    @Test
    void countsWhatWasCalledAndNoMore() {
        var clock = new Clock[] {Clock.fixed(START, ZoneOffset.UTC)};
        var ledger = new Ledger(windows, settings, new Moved(clock));
        take(ledger, 70); // 1 + 2 + … + 64 were taken
        clock[0] = Clock.fixed(START.plusSeconds(60), ZoneOffset.UTC);
        take(ledger, 1);

        assertThat(in(() -> ledger.used(company)))
                .containsExactlyInAnyOrder(
                        new Used("user/get", Span.MINUTE, 1, 100), new Used("user/get", Span.HOUR, 71, 150));
    }

    @Test
    void keepsAllNodesQuietWhileThePlatformBlocks() {
        var one = node(START);
        in(() -> one.pause(company, "user/get"));

        assertThat(wait(one)).isEqualTo(Duration.ofMinutes(1));
        assertThat(wait(node(START.plusSeconds(20)))).isEqualTo(Duration.ofSeconds(40));
        assertThat(take(node(START.plusSeconds(61)), 1)).isEqualTo(1);
    }

    @Test
    void pausesLongerEachTimeInARow() {
        var clock = new Clock[] {Clock.fixed(START, ZoneOffset.UTC)};
        var ledger = new Ledger(windows, settings, new Moved(clock));
        in(() -> ledger.pause(company, "user/get"));
        assertThat(in(() -> ledger.pause(company, "user/get"))).isEqualTo(Duration.ofMinutes(1)); // the same block

        clock[0] = Clock.fixed(START.plusSeconds(61), ZoneOffset.UTC);
        assertThat(in(() -> ledger.pause(company, "user/get"))).isEqualTo(Duration.ofMinutes(4));
    }

    private Ledger node(Instant now) {
        return new Ledger(windows, settings, Clock.fixed(now, ZoneOffset.UTC));
    }

    private long take(Ledger ledger, int calls) {
        return IntStream.range(0, calls).filter(i -> wait(ledger).isZero()).count();
    }

    private Duration wait(Ledger ledger) {
        return in(() -> ledger.take(company, "user/get"));
    }

    private <T> T in(ScopedValue.CallableOp<T, RuntimeException> work) {
        return TenantScope.of(acme).call(work);
    }

    /** A clock that the test sets. */
    private static class Moved extends Clock {

        private final Clock[] now;

        Moved(Clock[] now) {
            this.now = now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now[0].instant();
        }
    }
}
