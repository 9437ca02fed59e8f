package io.tilth.sandbox.acquisition;

import io.tilth.sandbox.world.Thing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How many a company may still win through links.
 *
 * @param used since ever
 */
public record Quota(String corp, int used, List<Lot> lots) implements Thing {
    private static final int FIRST = 1000;

    public Quota {
        lots = lots.stream().sorted(Comparator.comparing(Lot::end)).toList();
    }

    static Quota first(String corp, Instant now) {
        return new Quota(corp, 0, List.of(new Lot(now.plus(Duration.ofDays(365)), FIRST)));
    }

    @Override
    public String key() {
        return corp;
    }

    int balance(Instant now) {
        return living(now).stream().mapToInt(Lot::left).sum();
    }

    List<Lot> living(Instant now) {
        return lots.stream()
                .filter(lot -> lot.end().isAfter(now) && lot.left() > 0)
                .toList();
    }

    /** One less, of those that end first. */
    Quota use(Instant now) {
        var left = new ArrayList<>(living(now));
        var first = left.removeFirst();
        left.add(new Lot(first.end(), first.left() - 1));
        return new Quota(corp, used + 1, left);
    }

    /** Bought together, ending together. */
    public record Lot(Instant end, int left) {}
}
