package io.tilth.tracking.visit;

import io.tilth.customer.Timeline;
import io.tilth.kernel.TenantId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One thing that a reader's page told. Told again it has the same id, so it counts once.
 *
 * @param kind {@code beat} while it is seen, or what was tapped
 * @param seconds seen since the beat before
 * @param depth how far down so far, in percent
 * @param page of a document, where one filled the screen
 */
record Beat(
        TenantId tenant,
        UUID id,
        BeatToken token,
        String kind,
        int seconds,
        int depth,
        Optional<Integer> page,
        boolean touched) {

    static final String SEEN = "beat";

    private static final int LONGEST = 6;
    private static final int MOST_PAGES = 500;

    Beat {
        seconds = Math.clamp(seconds, 0, LONGEST);
        depth = Math.clamp(depth, 0, 100);
        page = page.filter(number -> number >= 1 && number <= MOST_PAGES);
    }

    /** @param load names the page load, and {@code number} the beat within it */
    static UUID id(BeatToken token, Instant at, String load, int number) {
        return Timeline.id(at, "beat %s %s %d".formatted(token.visit().value(), load, number));
    }
}
