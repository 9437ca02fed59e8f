package io.tilth.access;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

<<<<<<< HEAD
/** The operator's visits to the current company, each with its consent. */
public interface SupportVisits {

    /** The visit that this request allows; empty when it was refused, has been ended or has run out. */
    Optional<Visit> current(UUID requestId);

    /** @param until when the consent runs out */
=======
/** The visits that a company allowed the operator's people. */
public interface SupportVisits {

    /** The visit that the current tenant allowed by this request; empty when it did not, or when the visit is over. */
    Optional<Visit> current(UUID requestId);

    /** @param until when it ends by itself */
>>>>>>> people
    record Visit(UUID id, String reason, Instant until) {}
}
