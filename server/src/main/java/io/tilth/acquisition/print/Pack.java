package io.tilth.acquisition.print;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A PDF with the codes of many shops, being drawn or drawn already.
 *
 * @param plan whose codes they are; empty where they were chosen one by one
 * @param cards how many there will be
 * @param requestedBy who asked for it, by name
 * @param expiresAt when the file is taken away
 */
record Pack(
        PackId id,
        Optional<UUID> plan,
        Sheet sheet,
        String hint,
        State state,
        int cards,
        int done,
        long bytes,
        String requestedBy,
        Instant requestedAt,
        Instant expiresAt) {

    /** How long a file can be fetched, and a failure be read. */
    static final Duration KEPT = Duration.ofHours(72);

    enum State {
        WAITING,
        READY,
        FAILED
    }
}
