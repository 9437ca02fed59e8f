package io.tilth.messaging.welcome;

import io.tilth.customer.CustomerId;
import io.tilth.customer.FollowId;
import io.tilth.directory.MemberId;
import io.tilth.messaging.Welcomes.Words;
import io.tilth.wecom.CompanyId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One add that wants greeting.
 *
 * @param completes the member has added back a customer who may have been greeted before
 * @param attempts tries before this one
 * @param unanswered tries before this one whose answer never came, or is still to come
 */
record Welcome(
        UUID id,
        CompanyId company,
        CustomerId customer,
        FollowId follow,
        MemberId member,
        Instant addedAt,
        boolean completes,
        Optional<String> code,
        Words words,
        State state,
        int attempts,
        int unanswered) {

    /** WeCom's own limit. */
    static final Duration WINDOW = Duration.ofSeconds(20);

    private static final Duration ASKED = Duration.ofHours(6);

    boolean isTooLate(Instant now) {
        return !now.isBefore(addedAt.plus(WINDOW));
    }

    /** Whether the customer may have it from a try before this one. */
    boolean mayBeSent() {
        return unanswered > 0;
    }

    /** Nobody asks any more what became of it. */
    boolean isBygone(Instant now) {
        return !now.isBefore(addedAt.plus(ASKED));
    }

    enum State {
        QUEUED,
        SENT,
        MISSED
    }

    /** Why one was missed, or is not whole, where WeCom's errcode does not say it. */
    static final class Reason {

        static final String NO_CODE = "no-code";
        static final String LATE = "late";
        static final String UNREACHABLE = "unreachable";
        static final String EMPTY = "empty";

        /** Sent, but without the pieces whose picture WeCom refused twice: words are better than silence. */
        static final String WITHOUT_MEDIA = "without-media";

        private Reason() {}
    }
}
