package io.tilth.directory.rest;

import io.tilth.kernel.Refusal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * When a member works.
 *
 * @param shifts of a week; without any the member always works
 * @param rests days on which they do not
 */
record Duty(List<Shift> shifts, Set<LocalDate> rests) {

    /** Nobody rests longer than this without a word to us; then we try again. */
    private static final int LOOK_AHEAD_DAYS = 30;

    static final Duty ALWAYS = new Duty(List.of(), Set.of());

    Duty {
        shifts = shifts.stream()
                .sorted(Comparator.comparing(Shift::weekday).thenComparing(Shift::starts))
                .toList();
        rests = Set.copyOf(rests);
    }

    boolean worksAt(LocalDateTime moment) {
        return !rests.contains(moment.toLocalDate())
                && (shifts.isEmpty() || shifts.stream().anyMatch(shift -> shift.covers(moment)));
    }

    /** The first moment from this one on at which the member works. */
    LocalDateTime nextWork(LocalDateTime from) {
        if (worksAt(from)) {
            return from;
        }
        return from.toLocalDate()
                .datesUntil(from.toLocalDate().plusDays(LOOK_AHEAD_DAYS))
                .filter(day -> !rests.contains(day))
                .flatMap(this::begins)
                .filter(start -> start.isAfter(from))
                .findFirst()
                .orElse(from.plusDays(LOOK_AHEAD_DAYS));
    }

    private Stream<LocalDateTime> begins(LocalDate day) {
        return shifts.isEmpty()
                ? Stream.of(day.atStartOfDay())
                : shifts.stream()
                        .filter(shift -> shift.weekday() == day.getDayOfWeek())
                        .map(shift -> day.atTime(shift.starts()));
    }

    /** Part of a day of the week; one that ends at midnight ends a minute before. */
    record Shift(DayOfWeek weekday, LocalTime starts, LocalTime ends) {

        Shift {
            Refusal.unless(starts.isBefore(ends), "shift-without-length");
        }

        boolean covers(LocalDateTime moment) {
            var time = moment.toLocalTime();
            return weekday == moment.getDayOfWeek() && !time.isBefore(starts) && time.isBefore(ends);
        }
    }
}
