package io.tilth.wecom.inbox;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Why a callback could not be worked off.
 *
 * @param nextAt when it is tried again; empty when it waits for a person
 */
record Failure(int attempts, String reason, Optional<Instant> nextAt) {

    /** The first one is short: a welcome lives for 20 seconds. */
    private static final List<Duration> PAUSES =
            List.of(Duration.ofSeconds(2), Duration.ofSeconds(10), Duration.ofMinutes(1), Duration.ofMinutes(5));

    private static final int LONGEST_REASON = 300;

    static Failure of(Throwable cause, int attemptsBefore, Instant now) {
        return new Failure(
                attemptsBefore + 1,
                reason(cause),
                attemptsBefore < PAUSES.size() ? Optional.of(now.plus(PAUSES.get(attemptsBefore))) : Optional.empty());
    }

    /** The innermost cause says it best. */
    private static String reason(Throwable failure) {
        var cause = failure;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        var text = (cause.getClass().getSimpleName() + ": " + cause.getMessage()).replace('\0', ' ');
        return text.length() > LONGEST_REASON ? text.substring(0, LONGEST_REASON) : text;
    }
}
