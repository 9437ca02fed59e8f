package io.tilth.sandbox.api;

import io.tilth.sandbox.world.Thing;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** A page of a list, with the cursor that leads on; an empty one means the end. */
public record Page<T>(List<T> items, String next) {

    /** The page behind the call's cursor; {@code from} gives what has a key behind the given one. */
    public static <T extends Thing> Page<T> of(Call call, int limit, Function<String, Stream<T>> from) {
        var items = from.apply(read(call.text("cursor"))).limit(limit + 1L).toList();
        return items.size() <= limit
                ? new Page<>(items, "")
                : new Page<>(
                        items.subList(0, limit), cursor(items.get(limit - 1).key()));
    }

    /** A place in a list as an opaque text. */
    public static String cursor(String place) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(place.getBytes(StandardCharsets.UTF_8));
    }

    /** The place behind a cursor. */
    public static String read(String cursor) {
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw Code.BAD_PARAMETER.error("cursor");
        }
    }
}
