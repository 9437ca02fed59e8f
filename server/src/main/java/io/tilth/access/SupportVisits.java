package io.tilth.access;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The operator's visits to the current company, each with its consent. */
public interface SupportVisits {

    /** The visit that this request allows; empty when it was refused, has been ended or has run out. */
    Optional<Visit> current(UUID requestId);

    /** @param until when the consent runs out */
    record Visit(UUID id, String reason, Instant until) {}
}
