package io.tilth.access.support;

import static io.tilth.access.support.SupportState.ALLOWED;
import static io.tilth.access.support.SupportState.ASKED;
import static io.tilth.access.support.SupportState.ENDED;
import static io.tilth.access.support.SupportState.REFUSED;

import io.tilth.access.AccountId;
import io.tilth.access.SupportVisits.Visit;
import io.tilth.kernel.Ids;
import io.tilth.kernel.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * An operator asks a company to be let in, and says why.
 *
 * @param by account of the house
 * @param until when the visit ends, once allowed
 */
record SupportRequest(
        UUID id, String reason, AccountId by, String byName, Instant at, SupportState state, Optional<Instant> until) {

    static final Duration ALLOWED_FOR = Duration.ofHours(2);

    static SupportRequest ask(String reason, AccountId by, String byName, Instant now) {
        return new SupportRequest(Ids.next(), reason.strip(), by, byName, now, ASKED, Optional.empty());
    }

    SupportRequest allow(Instant now) {
        Refusal.unless(state == ASKED, "support-request-decided");
        return with(ALLOWED, Optional.of(now.plus(ALLOWED_FOR)));
    }

    SupportRequest refuse() {
        Refusal.unless(state == ASKED, "support-request-decided");
        return with(REFUSED, until);
    }

    SupportRequest end(Instant now) {
        Refusal.unless(visit(now).isPresent(), "support-visit-over");
        return with(ENDED, Optional.of(now));
    }

    /** The request as it stands at that moment: a visit ends by itself. */
    SupportRequest at(Instant now) {
        return state == ALLOWED && visit(now).isEmpty() ? with(ENDED, until) : this;
    }

    /** What the request opens at that moment. */
    Optional<Visit> visit(Instant now) {
        return until.filter(end -> state == ALLOWED && now.isBefore(end)).map(end -> new Visit(id, reason, end));
    }

    private SupportRequest with(SupportState state, Optional<Instant> until) {
        return new SupportRequest(id, reason, by, byName, at, state, until);
    }
}
