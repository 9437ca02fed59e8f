package io.tilth.tracking;

import io.tilth.content.MaterialId;
import io.tilth.customer.CustomerId;
import io.tilth.customer.VisitorId;
import io.tilth.directory.MemberId;
import io.tilth.tracking.Shares.Way;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What was sent, read and answered before anybody could see it here, such as the demo's month. It counts like anything
 * else, but nobody is told: it is past. To be told in the order in which it happened.
 */
public interface Past {

    /** Links that were sent. */
    interface Sending {

        /** The link is made and sent at that moment; {@code name} makes it the same link when it is told again. */
        ShareId sent(
                String name, MaterialId material, MemberId sender, Optional<CustomerId> meant, Way way, Instant at);

        boolean knows(String name, Instant at);
    }

    /** Readers. */
    interface Reading {

        /**
         * Somebody read a link.
         *
         * @param from the device of whoever handed it on
         * @return what an alert may be about, in its order
         */
        List<VisitMoved> read(ShareId share, VisitorId device, Optional<VisitorId> from, Look look);
    }

    /** Members who turned to their readers, or did not. */
    interface Answering {

        /** The alert to which this led, also one that was there before. */
        Optional<AlertId> hear(List<VisitMoved> news);

        void answered(AlertId alert, MemberId by, boolean called, Instant at);

        /** Nobody came to it in time, so it reached the manager as well. */
        void overdue(AlertId alert, MemberId manager, Instant at);
    }

    /**
     * One look at a material.
     *
     * @param pages seconds of each page of a document, from page 1; empty where there are none
     * @param taps what was done besides reading
     */
    record Look(Instant at, int seconds, int percent, List<Integer> pages, Set<VisitMoved.Deed> taps) {

        public static Look of(Instant at, int seconds, int percent) {
            return new Look(at, seconds, percent, List.of(), Set.of());
        }
    }
}
