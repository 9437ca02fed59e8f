package io.tilth.access.signin;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How many guesses are let through within a sliding stretch of time. */
record Limit(int guesses, Duration within) {

    static final Limit OF_LOGIN = new Limit(5, Duration.ofSeconds(20));

    /** Wider, since a whole office may share one address. */
    static final Limit OF_ADDRESS = new Limit(30, Duration.ofSeconds(20));

    /** After so many wrong passwords it is no longer somebody who forgot theirs. */
    static final Limit OF_WRONG = new Limit(20, Duration.ofHours(1));

    static final Duration LOCKED_FOR = Duration.ofMinutes(15);

    /** The longest that any guess matters. */
    static final Duration REMEMBERED = OF_WRONG.within();

    /**
     * How long to wait for the next guess; empty when it may come now.
     *
     * @param made those within the stretch, the oldest first
     */
    Optional<Duration> wait(List<Made> made, Instant now) {
        int left = made.stream().mapToInt(Made::count).sum();
        for (var guess : made) {
            if (left < guesses) {
                break;
            }
            left -= guess.count();
            if (left < guesses) {
                return Optional.of(Duration.between(now, guess.at().plus(within)));
            }
        }
        return Optional.empty();
    }

    /** Guesses made at one moment. */
    record Made(Instant at, int count) {}
}
