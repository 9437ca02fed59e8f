package io.tilth.customer.score;

import io.tilth.customer.Scores.Grade;
import io.tilth.customer.Scores.Kind;
import io.tilth.kernel.Refusal;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How a company weighs what customers do.
 *
 * @param halfLife days after which a signal is worth half
 * @param dailyCap most that one day may add
 * @param repeatHours within which the same about the same item counts once
 * @param high from this score on 高; the others likewise
 * @param version 0 while the company has not changed the defaults
 */
record ScoreSetting(
        Map<Kind, Integer> points,
        int halfLife,
        int dailyCap,
        int repeatHours,
        int high,
        int middle,
        int low,
        int version) {

    static final int MOST = 100;

    static final ScoreSetting DEFAULT = new ScoreSetting(
            Map.ofEntries(
                    Map.entry(Kind.FRIEND_ADDED, 8),
                    Map.entry(Kind.OPENED, 2),
                    Map.entry(Kind.READ, 4),
                    Map.entry(Kind.READ_LONG, 6),
                    Map.entry(Kind.PRICE_OPENED, 8),
                    Map.entry(Kind.PRICE_READ_LONG, 6),
                    Map.entry(Kind.OPENED_AGAIN, 8),
                    Map.entry(Kind.FORWARD_READ, 6),
                    Map.entry(Kind.CONTACT_TAPPED, 12),
                    Map.entry(Kind.PHONE_LEFT, 25),
                    Map.entry(Kind.BOOKED, 30),
                    Map.entry(Kind.SHOP_VISITED, 15)),
            14,
            40,
            12,
            50,
            25,
            8,
            0);

    ScoreSetting {
        var all = complete(points);
        Refusal.unless(all.values().stream().allMatch(each -> each >= 0 && each <= MOST), "score-points-out-of-range");
        Refusal.unless(halfLife >= 1 && halfLife <= 365, "score-half-life-out-of-range");
        Refusal.unless(dailyCap >= 1 && dailyCap <= 1000, "score-daily-cap-out-of-range");
        Refusal.unless(repeatHours >= 0 && repeatHours <= 240, "score-repeat-out-of-range");
        Refusal.unless(MOST >= high && high > middle && middle > low && low > 0, "score-grades-out-of-order");
        points = Collections.unmodifiableMap(all); // in the order of the kinds, also as people see them
    }

    private static EnumMap<Kind, Integer> complete(Map<Kind, Integer> told) {
        var all = new EnumMap<Kind, Integer>(Kind.class);
        Stream.of(Kind.values()).forEach(kind -> all.put(kind, told.getOrDefault(kind, 0)));
        return all;
    }

    int worth(Kind kind) {
        return points.getOrDefault(kind, 0);
    }

    Grade grade(int value) {
        if (value >= high) {
            return Grade.HIGH;
        }
        if (value >= middle) {
            return Grade.MIDDLE;
        }
        return value >= low ? Grade.LOW : Grade.ASLEEP;
    }
}
