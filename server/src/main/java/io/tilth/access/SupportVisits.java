package io.tilth.access;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The visits that a company allowed the operator's people. */
public interface SupportVisits {

    /** The visit that the current tenant allowed by this request; empty when it did not, or when the visit is over. */
    Optional<Visit> current(UUID requestId);

    /** @param until when it ends by itself */
    record Visit(UUID id, String reason, Instant until) {}
}
