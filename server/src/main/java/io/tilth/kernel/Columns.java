package io.tilth.kernel;

import java.util.Collection;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a batch, for {@code unnest(cast(:ids as uuid[]), …)}: many rows in one statement. All go as texts,
 * which the statement casts to what they are.
 */
public final class Columns {

    private Columns() {}

    /** One column of all rows; an empty Optional becomes null. */
    public static <T> @Nullable String[] of(Collection<T> rows, Function<? super T, ?> column) {
        var texts = new @Nullable String[rows.size()];
        int i = 0;
        for (var row : rows) {
            texts[i++] = text(column.apply(row));
        }
        return texts;
    }

    private static @Nullable String text(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Optional<?> optional -> text(optional.orElse(null));
            default -> value.toString();
        };
    }
}
