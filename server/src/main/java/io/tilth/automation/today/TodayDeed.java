package io.tilth.automation.today;

import io.tilth.customer.CustomerId;
import io.tilth.directory.MemberId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What a member did with a card of their list. */
record TodayDeed(
        UUID id,
        MemberId member,
        CustomerId customer,
        What what,
        Instant at,
        Optional<Instant> until,
        Optional<String> reason) {

    enum What {
        DONE,
        LATER,
        NOT_NOW,
        /** By the manager, from a colleague's list. */
        GIVEN,
        GIVEN_AWAY
    }

    /** Whether the card stays away now. What happened since brings it back, except before the time that was asked for. */
    boolean hides(Instant now, Optional<Instant> moved) {
        return switch (what) {
            case GIVEN -> false;
            case DONE ->
                at.plus(TodayCard.QUIET).isAfter(now)
                        && moved.filter(at::isBefore).isEmpty();
            case LATER -> until.filter(now::isBefore).isPresent();
            case NOT_NOW, GIVEN_AWAY ->
                until.filter(now::isBefore).isPresent()
                        && moved.filter(at::isBefore).isEmpty();
        };
    }

    /** Whether it brings the card by itself: the time has come, or somebody gave it. */
    boolean brings(Instant now) {
        return what == What.GIVEN
                || what == What.LATER && until.filter(now::isBefore).isEmpty();
    }
}
