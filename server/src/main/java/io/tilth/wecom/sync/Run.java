package io.tilth.wecom.sync;

import io.tilth.wecom.CompanyId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** One fetch of everything that a company has. */
record Run(
        UUID id,
        CompanyId company,
        Kind kind,
        State state,
        Instant startedAt,
        Optional<Instant> finishedAt,
        List<Part> parts,
        long calls,
        long waitedMs,
        Map<String, Integer> differences,
        Optional<String> reason,
        List<String> facts) {

    enum Kind {
        FIRST,
        ASKED,
        NIGHTLY
    }

    enum State {
        RUNNING,
        DONE,
        FAILED
    }

    /** @param cursor where the next piece begins; empty before the first */
    record Part(String name, PartState state, Optional<String> cursor, long done, long total) {}

    enum PartState {
        TODO,
        RUNNING,
        DONE
    }
}
