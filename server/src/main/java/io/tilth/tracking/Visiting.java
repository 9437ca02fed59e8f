package io.tilth.tracking;

import io.tilth.content.MaterialId;
import io.tilth.customer.CustomerId;
import io.tilth.customer.VisitorId;
import io.tilth.directory.MemberId;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;

/** What happens when somebody opens a tracked link. */
public interface Visiting {

    /** Finds out who comes, as far as the platform tells silently. The tenant of the code is in scope. */
    Arrival arrive(String code, HttpServletRequest request);

    /** Counts what a reader did besides reading, such as leaving a phone; nothing when nobody came by this request. */
    void did(String code, HttpServletRequest request, VisitMoved.Deed deed);

    /** Who sends this request, as far as an earlier arrival found out. */
    Optional<Reader> reader(String code, HttpServletRequest request);

    record Reader(ShareId share, MemberId sender, VisitorId visitor, Optional<CustomerId> customer) {}

    sealed interface Arrival {

        /** Ask WeChat who it is, or go on to the clean address with the visitor's own hop token. */
        record GoOn(URI to, Optional<String> cookie) implements Arrival {}

        /**
         * Read.
         *
         * @param beacon where the page tells what is done with it; carries its own token
         * @param hand the address to hand on: this visitor's own hop
         * @param askable whether a tap may ask for the reader's name
         */
        record Read(
                ShareId share,
                MaterialId material,
                MemberId sender,
                Optional<CustomerId> meant,
                URI beacon,
                URI hand,
                boolean askable,
                Optional<String> cookie)
                implements Arrival {}

        /** There is no such link, or it is gone. */
        record Gone() implements Arrival {}
    }
}
