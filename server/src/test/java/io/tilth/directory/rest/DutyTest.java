package io.tilth.directory.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tilth.directory.rest.Duty.Shift;
import io.tilth.kernel.Refusal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DutyTest {

    /** A Monday. */
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

    private static final Shift MORNING = new Shift(DayOfWeek.MONDAY, LocalTime.of(9, 0), LocalTime.of(12, 0));
    private static final Shift EVENING = new Shift(DayOfWeek.MONDAY, LocalTime.of(14, 0), LocalTime.of(20, 0));
    private static final Shift WEDNESDAY = new Shift(DayOfWeek.WEDNESDAY, LocalTime.of(10, 0), LocalTime.of(18, 0));

    @Test
    void alwaysWorksWithoutAWord() {
        assertThat(Duty.ALWAYS.worksAt(MONDAY.atTime(3, 0))).isTrue();
    }

    @Test
    void restsForADayAndIsBackAtMidnight() {
        var duty = new Duty(List.of(), Set.of(MONDAY, MONDAY.plusDays(1)));

        assertThat(duty.worksAt(MONDAY.atTime(10, 0))).isFalse();
        assertThat(duty.nextWork(MONDAY.atTime(10, 0)))
                .isEqualTo(MONDAY.plusDays(2).atStartOfDay());
    }

    @Test
    void isBackWhenTheNextShiftBegins() {
        var duty = new Duty(List.of(WEDNESDAY, EVENING, MORNING), Set.of());

        assertThat(next(duty, MONDAY.atTime(7, 30))).isEqualTo(MONDAY.atTime(9, 0));
        assertThat(next(duty, MONDAY.atTime(9, 0))).isEqualTo(MONDAY.atTime(9, 0));
        assertThat(next(duty, MONDAY.atTime(12, 0))).isEqualTo(MONDAY.atTime(14, 0));
        assertThat(next(duty, MONDAY.atTime(20, 0)))
                .isEqualTo(MONDAY.plusDays(2).atTime(10, 0));
        assertThat(next(duty, MONDAY.plusDays(2).atTime(18, 0)))
                .isEqualTo(MONDAY.plusDays(7).atTime(9, 0));
    }

    @Test
    void restsOnAShiftsDayUntilTheShiftAfterIt() {
        var duty = new Duty(List.of(MORNING, WEDNESDAY), Set.of(MONDAY));

        assertThat(next(duty, MONDAY.atTime(10, 0)))
                .isEqualTo(MONDAY.plusDays(2).atTime(10, 0));
    }

    @Test
    void hasNoShiftWithoutLength() {
        assertThatThrownBy(() -> new Shift(DayOfWeek.MONDAY, LocalTime.NOON, LocalTime.NOON))
                .isInstanceOf(Refusal.class);
    }

    private static LocalDateTime next(Duty duty, LocalDateTime from) {
        return duty.nextWork(from);
    }
}
