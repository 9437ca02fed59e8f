package io.tilth.tracking;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** When people answer, as the company has set it. */
public interface WorkTime {

    /** Within what time of work a new friend from an acquisition link should be turned to; empty when nobody looks. */
    Optional<Duration> firstReply();

    /** So much work time after the moment. */
    Instant after(Instant at, Duration work);
}
