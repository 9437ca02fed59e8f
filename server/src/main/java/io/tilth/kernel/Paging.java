package io.tilth.kernel;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which part of a list is wanted: {@code ?cursor=&limit=}; 50 rows unless told, 200 at most. */
public record Paging(@Nullable String cursor, @Nullable Integer limit) {

    private static final int USUAL = 50;
    private static final int MOST = 200;

    public int size() {
        return limit == null ? USUAL : Math.clamp(limit, 1, MOST);
    }

    /** One row more than the page, which tells whether another page follows. */
    public int rows() {
        return size() + 1;
    }

    /** The position after which the page begins, as {@link Page#of} was given it; empty for the first page. */
    public Optional<String> after() {
        if (cursor == null || cursor.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new String(Base64.getUrlDecoder().decode(cursor), UTF_8));
        } catch (IllegalArgumentException malformed) {
            throw Refusal.of(Refusal.Kind.BROKEN_RULE, "cursor-not-valid");
        }
    }

    /** The position when rows stand in the order of their ids. */
    public Optional<UUID> afterId() {
        try {
            return after().map(UUID::fromString);
        } catch (IllegalArgumentException notAnId) {
            throw Refusal.of(Refusal.Kind.BROKEN_RULE, "cursor-not-valid");
        }
    }

    static String cursor(String position) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(position.getBytes(UTF_8));
    }
}
