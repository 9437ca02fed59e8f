package io.tilth.tracking.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class AlertSettingTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final AlertSetting USUAL = AlertSetting.USUAL;

    @Test
    void countsOnlyTimeInWhichPeopleWork() {
        assertThat(after("23T10:00", 15)).isEqualTo(at("23T10:15"));
        assertThat(after("23T20:50", 15)).isEqualTo(at("24T09:05"));
        assertThat(after("23T22:00", 15)).isEqualTo(at("24T09:15"));
        assertThat(after("23T03:00", 0)).isEqualTo(at("23T09:00"));
        assertThat(after("23T10:00", 0)).isEqualTo(at("23T10:00"));
        assertThat(after("23T09:00", 12 * 60 + 1)).isEqualTo(at("24T09:01"));
    }

    @Test
    void knowsTheNextDigest() {
        assertThat(USUAL.nextDigest(at("23T08:00"), SHANGHAI)).isEqualTo(at("23T11:30"));
        assertThat(USUAL.nextDigest(at("23T11:30"), SHANGHAI)).isEqualTo(at("23T17:30"));
        assertThat(USUAL.nextDigest(at("23T17:31"), SHANGHAI)).isEqualTo(at("24T11:30"));
    }

    private static Instant after(String from, int minutes) {
        return USUAL.workMinutesAfter(at(from), minutes, SHANGHAI);
    }

    private static Instant at(String dayAndTime) {
        return Instant.parse("2026-11-" + dayAndTime + ":00+08:00");
    }
}
