package io.tilth.access.support;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A request as both sides see it. */
record ListedSupportRequest(
        UUID id, String reason, String requestedBy, Instant requestedAt, SupportState state, Optional<Instant> until) {

    static ListedSupportRequest of(SupportRequest request, Instant now) {
        var current = request.at(now);
        return new ListedSupportRequest(
                current.id(), current.reason(), current.byName(), current.at(), current.state(), current.until());
    }
}
