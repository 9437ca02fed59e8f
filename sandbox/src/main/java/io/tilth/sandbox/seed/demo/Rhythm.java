package io.tilth.sandbox.seed.demo;

import io.tilth.sandbox.world.WorldClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.SplittableRandom;

/** When people come to furniture shops: at weekends rather than in the week, after dinner rather than at breakfast. */
final class Rhythm {
    /** Today is one of them. */
    static final int DAYS = 30;

    private static final double[] OF_WEEKDAYS = {0.75, 0.75, 0.8, 0.85, 1.05, 1.6, 1.5};
    private static final double[] OF_HOURS = {
        0.1, 0, 0, 0, 0, 0, 0, 0.2, 0.5, 1, 1.6, 1.7, 1.1, 1, 1.4, 1.6, 1.5, 1.3, 1.5, 2.3, 2.7, 2, 1, 0.4
    };

    private final SplittableRandom random;
    private final Instant now;

    Rhythm(SplittableRandom random, Instant now) {
        this.random = random;
        this.now = now;
    }

    /** A moment of these thirty days. */
    Instant some() {
        return within(0, DAYS);
    }

    /** @param least days ago, and no more than {@code most} */
    Instant within(int least, int most) {
        while (true) {
            var at = today().minusDays(random.nextLong(least, most))
                    .atStartOfDay(WorldClock.SHANGHAI)
                    .plusSeconds(random.nextLong(Duration.ofDays(1).toSeconds()));
            double odds = OF_WEEKDAYS[at.getDayOfWeek().getValue() - 1] * OF_HOURS[at.getHour()];
            if (random.nextDouble(1.6 * 2.7) < odds && at.toInstant().isBefore(now.minusSeconds(60))) {
                return at.toInstant();
            }
        }
    }

    Instant at(int daysAgo, LocalTime time) {
        return today().minusDays(daysAgo)
                .atTime(time)
                .atZone(WorldClock.SHANGHAI)
                .toInstant();
    }

    private LocalDate today() {
        return now.atZone(WorldClock.SHANGHAI).toLocalDate();
    }
}
