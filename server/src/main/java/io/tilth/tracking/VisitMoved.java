package io.tilth.tracking;

import io.tilth.content.MaterialId;
import io.tilth.customer.CustomerId;
import io.tilth.customer.VisitorId;
import io.tilth.directory.MemberId;
import java.time.Instant;
import java.util.Optional;

/**
 * A visit of somebody known came to a point that a member may want to know of; beacons in between are not told.
 *
 * @param sender whose share it is
 * @param reader the customer, when {@code certainty} is not {@code VISITOR}
 * @param seconds read so far, by heartbeats
 * @param percent how deep, 0 to 100
 * @param page of a document, where {@code deed} is about one; from 1
 * @param quietDays days since the same reader last read the same material; empty for the first time
 * @param forwarded whether the reader came by a link that somebody handed on
 */
public record VisitMoved(
        VisitId visit,
        ShareId share,
        MaterialId material,
        boolean priced,
        Shares.Way way,
        MemberId sender,
        VisitorId visitor,
        Optional<CustomerId> reader,
        Certainty certainty,
        Deed deed,
        int seconds,
        int percent,
        Optional<Integer> page,
        Optional<Integer> quietDays,
        boolean forwarded,
        Instant at) {

    public enum Deed {
        /** Seen for 2 s and touched, scrolled, or seen for a second beat. */
        OPENED,
        /** Read for 10 s. */
        STAYED,
        /** Read for 30 s and half of it. */
        READ,
        /** Read for 3 min, or to the end. */
        READ_LONG,
        /** One page of a priced document for 60 s. */
        PAGE_STUDIED,
        CALL_TAPPED,
        FIND_ME_TAPPED,
        PHONE_LEFT,
        /** Handed on, and read by somebody else for 30 s. */
        FORWARD_READ,
        /** No beat for a while. */
        ENDED
    }
}
