package io.tilth.tenancy.export;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * All that a tenant has, being packed into one file or packed already.
 *
 * @param requestedBy who asked for it, by name
 * @param bytes of the file so far
 * @param expiresAt when the file will be removed; empty until it is ready
 */
record Export(
        ExportId id,
        State state,
        String requestedBy,
        Instant requestedAt,
        int tablesDone,
        int tablesTotal,
        long rows,
        long bytes,
        Optional<Instant> expiresAt) {

    /** How long a file can be fetched, and a failure be read. */
    static final Duration KEPT = Duration.ofHours(72);

    enum State {
        WAITING,
        RUNNING,
        READY,
        FAILED
    }
}
