package io.tilth.sandbox.masssend;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * How often a customer or a group may get a mass message, over all senders. The first holds unless the administrator
 * chose another.
 */
public enum Rule {
    /** In a calendar month as often as it has days. */
    MONTH_DAYS,
    /** Seven times a week, which begins on Monday. */
    WEEK_7,
    /** Once a day. */
    DAY_1;

    int most(Instant now, ZoneId zone) {
        return switch (this) {
            case MONTH_DAYS -> LocalDate.ofInstant(now, zone).lengthOfMonth();
            case WEEK_7 -> 7;
            case DAY_1 -> 1;
        };
    }

    /** Since when it counts. */
    Instant start(Instant now, ZoneId zone) {
        var today = LocalDate.ofInstant(now, zone);
        var first = switch (this) {
            case MONTH_DAYS -> today.withDayOfMonth(1);
            case WEEK_7 -> today.minus(today.getDayOfWeek().getValue() - 1L, ChronoUnit.DAYS);
            case DAY_1 -> today;
        };
        return first.atStartOfDay(zone).toInstant();
    }
}
