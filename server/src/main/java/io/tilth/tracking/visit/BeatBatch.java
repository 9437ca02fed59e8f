package io.tilth.tracking.visit;

import io.tilth.kernel.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one page load tells at once, in the page's own short words.
 *
 * @param v names the page load
 * @param b beats, the oldest first
 */
record BeatBatch(@Nullable String v, @Nullable List<@Nullable Told> b) {

    private static final int MOST = 100;
    private static final Set<String> KINDS = Set.of(Beat.SEEN, "call", "find", "link");

    /** A page may keep what it could not tell for so long. */
    private static final Duration KEPT = Duration.ofHours(72);

    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(1);

    /**
     * @param n number of the beat
     * @param at milliseconds since the page load
     * @param k kind
     * @param s seconds seen
     * @param d depth in percent
     * @param p page
     * @param x touched
     */
    record Told(
            int n,
            long at,
            @Nullable String k,
            int s,
            int d,
            @Nullable Integer p,
            @Nullable Boolean x) {

        private boolean isSound() {
            return n >= 1 && at >= 0 && k != null && KINDS.contains(k);
        }
    }

    boolean isSound() {
        return v != null
                && v.matches("[0-9a-zA-Z-]{8,40}")
                && b != null
                && b.size() <= MOST
                && b.stream().allMatch(told -> told != null && told.isSound());
    }

    /** Those that are neither of the future nor too old to be of use. */
    List<Beat> beats(TenantId tenant, BeatToken token, Instant now) {
        if (token.at().isBefore(now.minus(KEPT)) || v == null || b == null) {
            return List.of();
        }
        return b.stream()
                .filter(Objects::nonNull)
                .filter(told -> !token.at().plusMillis(told.at()).isAfter(now.plus(CLOCKS_DIFFER)))
                .map(told -> beat(tenant, token, told, v))
                .toList();
    }

    private static Beat beat(TenantId tenant, BeatToken token, Told told, String load) {
        return new Beat(
                tenant,
                Beat.id(token, token.at().plusMillis(told.at()), load, told.n()),
                token,
                String.valueOf(told.k()),
                told.s(),
                told.d(),
                Optional.ofNullable(told.p()),
                Boolean.TRUE.equals(told.x()));
    }
}
