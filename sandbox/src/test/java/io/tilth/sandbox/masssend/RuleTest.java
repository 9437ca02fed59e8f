package io.tilth.sandbox.masssend;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class RuleTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    /** A Sunday, 20 past midnight in Shanghai. */
    private static final Instant NOW = Instant.parse("2026-11-21T16:20:00Z");

    @Test
    void allowsAsManyAsTheMonthHasDaysSinceItsFirst() {
        assertThat(Rule.MONTH_DAYS.most(NOW, SHANGHAI)).isEqualTo(30);
        assertThat(Rule.MONTH_DAYS.start(NOW, SHANGHAI)).isEqualTo("2026-10-31T16:00:00Z");
    }

    @Test
    void allowsSevenAWeekSinceMonday() {
        assertThat(Rule.WEEK_7.most(NOW, SHANGHAI)).isEqualTo(7);
        assertThat(Rule.WEEK_7.start(NOW, SHANGHAI)).isEqualTo("2026-11-15T16:00:00Z");
    }

    @Test
    void allowsOneADaySinceMidnightInShanghai() {
        assertThat(Rule.DAY_1.most(NOW, SHANGHAI)).isEqualTo(1);
        assertThat(Rule.DAY_1.start(NOW, SHANGHAI)).isEqualTo("2026-11-21T16:00:00Z");
    }
}
