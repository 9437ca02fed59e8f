package io.tilth.customer.score;

import java.time.Instant;
import java.util.List;

/**
 * All scores fade alike, so their order does not change with time: log2 of the score then, plus the half-lives gone by
 * since 1970, stays the same until something happens.
 */
final class Heat {

    private static final double DAY = 24 * 60 * 60 * 1000.0;
    private static final double LN_2 = Math.log(2);

    private Heat() {}

    /** @param counted of which at least one has points */
    static double of(List<Counted> counted, int halfLife) {
        var last = counted.getLast().signal().at();
        double sum = counted.stream()
                .mapToDouble(one -> one.points() * Math.pow(2, age(one.signal().at(), halfLife) - age(last, halfLife)))
                .sum();
        return Math.log(sum) / LN_2 + age(last, halfLife);
    }

    static double score(double heat, int halfLife, Instant now) {
        return Math.pow(2, heat - age(now, halfLife));
    }

    /** As people see it: 0 to 100. */
    static int shown(double score) {
        return (int) Math.min(ScoreSetting.MOST, Math.round(score));
    }

    /** The least heat that shows this value now. */
    static double least(int value, int halfLife, Instant now) {
        return Math.log(value - 0.5) / LN_2 + age(now, halfLife);
    }

    static double fade(Instant at, Instant now, int halfLife) {
        return Math.pow(2, age(at, halfLife) - age(now, halfLife));
    }

    private static double age(Instant at, int halfLife) {
        return at.toEpochMilli() / DAY / halfLife;
    }
}
