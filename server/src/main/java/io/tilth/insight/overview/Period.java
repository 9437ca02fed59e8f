package io.tilth.insight.overview;

import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** How much of the past is looked at: days of the tenant's calendar up to this moment. */
enum Period {
    TODAY(1, "hour"),
    LAST_7(7, "day"),
    LAST_30(30, "day");

    private final int days;
    private final String step;

    Period(int days, String step) {
        this.days = days;
        this.step = step;
    }

    /** From the midnight that begins the first of the days, until now. */
    Stretch until(Instant now, ZoneId zone) {
        var today = now.atZone(zone).toLocalDate();
        return new Stretch(today.minusDays(days - 1L).atStartOfDay(zone).toInstant(), now);
    }

    /** As many days earlier, up to the same time of day: a day that is not over yet is held against as much of another. */
    Stretch before(Instant now, ZoneId zone) {
        return until(now.atZone(zone).minusDays(days).toInstant(), zone);
    }

    /** What one point of a curve stands for. */
    String step() {
        return step;
    }

    ChronoUnit unit() {
        return this == TODAY ? ChronoUnit.HOURS : ChronoUnit.DAYS;
    }

    /** @param to not included */
    record Stretch(Instant from, Instant to) {}
}
