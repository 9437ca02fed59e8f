package io.tilth.bench;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * What a figure is held against, as the median of all runs.
 *
 * @param unit behind the figure, such as {@code " ms"}
 * @param more whether more is better
 */
record Goal<R>(String what, ToDoubleFunction<R> value, double bar, String unit, boolean more) {

    static <R> Goal<R> atLeast(double bar, String unit, String what, ToDoubleFunction<R> value) {
        return new Goal<>(what, value, bar, unit, true);
    }

    static <R> Goal<R> atMost(double bar, String unit, String what, ToDoubleFunction<R> value) {
        return new Goal<>(what, value, bar, unit, false);
    }

    double median(List<R> runs) {
        var sorted = runs.stream().mapToDouble(value).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    boolean isMetBy(double figure) {
        return more ? figure >= bar : figure <= bar;
    }

    boolean isMet(List<R> runs) {
        return isMetBy(median(runs));
    }

    String verdict(List<R> runs) {
        return isMet(runs) ? "met" : "not met";
    }

    /** The goal itself, in words. */
    String wanted() {
        return (more ? "at least " : "at most ") + words(bar);
    }

    String words(double figure) {
        return String.format(Locale.ROOT, bar < 10 ? "%.2f%s" : "%.0f%s", figure, unit);
    }
}
