package io.tilth.kernel;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A part of a list, and where the next part begins; {@code next} is null at the end. Lists do not count themselves. */
public record Page<T>(List<T> items, @Nullable String next) {

    /** Cuts a page from rows that were read with one more than the limit. */
    public static <T> Page<T> of(List<T> rows, Paging paging, Function<T, String> position) {
        if (rows.size() <= paging.size()) {
            return new Page<>(List.copyOf(rows), null);
        }
        var items = List.copyOf(rows.subList(0, paging.size()));
        return new Page<>(items, Paging.cursor(position.apply(items.getLast())));
    }

    public <U> Page<U> map(Function<T, U> change) {
        return new Page<>(items.stream().map(change).toList(), next);
    }
}
