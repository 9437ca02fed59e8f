package io.tilth.directory.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.tilth.directory.Notice.Urgency;
import io.tilth.directory.Notices.Quiet;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NoticeSettingTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    @Test
    void staysQuietFromHalfPastNineToHalfPastEight() {
        assertThat(free("21:29")).isEqualTo(at("22T21:29"));
        assertThat(free("21:30")).isEqualTo(at("23T08:30"));
        assertThat(free("23:59")).isEqualTo(at("23T08:30"));
        assertThat(free("00:00")).isEqualTo(at("22T08:30"));
        assertThat(free("08:29")).isEqualTo(at("22T08:30"));
        assertThat(free("08:30")).isEqualTo(at("22T08:30"));
    }

    @Test
    void prefersTheMembersOwnHours() {
        var siesta = new Quiet(LocalTime.of(12, 0), LocalTime.of(14, 0));
        var own = new NoticeSetting(Set.of(), Optional.of(siesta), false, 1);

        assertThat(own.afterQuiet(Quiet.USUAL, at("22T12:30"), SHANGHAI)).isEqualTo(at("22T14:00"));
        assertThat(own.afterQuiet(Quiet.USUAL, at("22T23:00"), SHANGHAI)).isEqualTo(at("22T23:00"));
    }

    @Test
    void isNeverQuietBetweenAnHourAndItself() {
        var never = new Quiet(LocalTime.NOON, LocalTime.NOON);
        assertThat(NoticeSetting.USUAL.afterQuiet(never, at("22T12:00"), SHANGHAI))
                .isEqualTo(at("22T12:00"));
    }

    @Test
    void sendsNoMessageOfWhatIsSilencedOrQuiet() {
        var silent = new NoticeSetting(Set.of("visit.alert"), Optional.empty(), false, 1);

        assertThat(silent.wantsMessage("visit.alert", Urgency.NOW)).isFalse();
        assertThat(silent.wantsMessage("other", Urgency.ORDINARY)).isTrue();
        assertThat(silent.wantsMessage("other", Urgency.QUIET)).isFalse();
    }

    private static Instant free(String time) {
        return NoticeSetting.USUAL.afterQuiet(Quiet.USUAL, at("22T" + time), SHANGHAI);
    }

    private static Instant at(String dayAndTime) {
        return Instant.parse("2026-11-" + dayAndTime + ":00+08:00");
    }
}
