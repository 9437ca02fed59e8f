package io.tilth.bench;

import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/** How long something took from the moment it was due, in milliseconds. */
record Latency(long count, double p50, double p95, double p99, double max) {

    private static final long LONGEST = TimeUnit.MINUTES.toMicros(5);

    static Latency of(Iterable<Long> nanos) {
        var histogram = new Histogram(LONGEST, 3);
        nanos.forEach(one -> histogram.recordValue(Math.clamp(one / 1_000, 0, LONGEST)));
        return new Latency(
                histogram.getTotalCount(), at(histogram, 50), at(histogram, 95), at(histogram, 99), at(histogram, 100));
    }

    private static double at(Histogram histogram, double percentile) {
        return histogram.getValueAtPercentile(percentile) / 1e3;
    }
}
