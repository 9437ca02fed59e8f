package io.tilth.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.SplittableRandom;

/** When people look at furniture and write about it: at weekends more than in the week, and most after dinner. */
class DemoRhythm {

    /** Today is one of them. */
    static final int DAYS = 30;

    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final double[] OF_WEEKDAYS = {0.75, 0.75, 0.8, 0.85, 1.05, 1.6, 1.5};
    private static final double[] OF_HOURS = {
        0.1, 0, 0, 0, 0, 0, 0, 0.2, 0.5, 1, 1.6, 1.7, 1.1, 1, 1.4, 1.6, 1.5, 1.3, 1.5, 2.3, 2.7, 2, 1, 0.4
    };
    private static final double MOST = 1.6 * 2.7;
    private static final int TRIES = 60;

    private final SplittableRandom random;
    private final Instant now;

    DemoRhythm(SplittableRandom random, Instant now) {
        this.random = random;
        this.now = now;
    }

    Instant now() {
        return now;
    }

    Instant at(int daysAgo, LocalTime time) {
        return today().minusDays(daysAgo).atTime(time).atZone(ZONE).toInstant();
    }

    /** A likely moment between the two; any at all, where none is likely. */
    Instant between(Instant from, Instant to) {
        long room = Math.max(1, Duration.between(from, to).toSeconds());
        var at = from;
        for (int tries = 0; tries < TRIES; tries++) {
            at = from.plusSeconds(random.nextLong(room));
            var local = at.atZone(ZONE);
            double odds = OF_WEEKDAYS[local.getDayOfWeek().getValue() - 1] * OF_HOURS[local.getHour()];
            if (random.nextDouble(MOST) < odds) {
                return at;
            }
        }
        return at;
    }

    /** A moment from so many days ago until so many days ago. */
    Instant within(int most, int least) {
        return between(at(most, LocalTime.of(8, 30)), at(least, LocalTime.of(22, 0)));
    }

    /** Nobody writes to customers in the night: what would fall there happens the next morning. */
    Instant awake(Instant at) {
        var local = at.atZone(ZONE);
        if (local.getHour() >= 9 && local.getHour() < 22) {
            return at;
        }
        var day =
                local.getHour() < 9 ? local.toLocalDate() : local.toLocalDate().plusDays(1);
        return day.atTime(9, random.nextInt(5, 50)).atZone(ZONE).toInstant();
    }

    private LocalDate today() {
        return now.atZone(ZONE).toLocalDate();
    }
}
