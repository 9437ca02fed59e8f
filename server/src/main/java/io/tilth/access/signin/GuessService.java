package io.tilth.access.signin;

import io.tilth.kernel.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts guesses. A guess is counted before it is checked, and in a transaction of its own: a request that fails
 * afterwards has guessed all the same.
 */
@Service
@Transactional(propagation = Propagation.REQUIRES_NEW)
class GuessService {

    private final GuessRepository guesses;
    private final Clock clock;

    GuessService(GuessRepository guesses, Clock clock) {
        this.guesses = guesses;
        this.clock = clock;
    }

    /** @throws Refusal when it is too early for another guess */
    public void count(Guesser guesser) {
        var now = now();
        guesses.hold(guesser.loginKey());
        guesses.hold(guesser.addressKey());
        var wait = Stream.of(
                        guesses.lockedUntil(guesser.lockKey(), now).map(until -> Duration.between(now, until)),
                        wait(Limit.OF_LOGIN, guesser.loginKey(), now),
                        wait(Limit.OF_ADDRESS, guesser.addressKey(), now))
                .flatMap(Optional::stream)
                .max(Duration::compareTo);
        if (wait.isPresent()) {
            throw tooMany(wait.get());
        }
        guesses.add(guesser.loginKey(), now);
        guesses.add(guesser.addressKey(), now);
    }

    /** Notes that the guess was wrong; true when it was one too many and the login is now locked. */
    public boolean wrong(Guesser guesser) {
        var now = now();
        guesses.hold(guesser.loginKey());
        guesses.add(guesser.wrongKey(), now);
        if (wait(Limit.OF_WRONG, guesser.wrongKey(), now).isEmpty()) {
            return false;
        }
        guesses.forget(guesser.wrongKey());
        guesses.add(guesser.lockKey(), now.plus(Limit.LOCKED_FOR));
        return true;
    }

    /** The guess was right: it and the wrong ones before it no longer count. */
    public void right(Guesser guesser) {
        guesses.takeBack(guesser.addressKey());
        forgive(guesser);
    }

    public void forgive(Guesser guesser) {
        Stream.of(guesser.loginKey(), guesser.wrongKey(), guesser.lockKey()).forEach(guesses::forget);
    }

    public int forgetOld() {
        return guesses.forgetBefore(clock.instant().minus(Limit.REMEMBERED));
    }

    private Optional<Duration> wait(Limit limit, byte[] subject, Instant now) {
        return limit.wait(guesses.within(subject, limit.within(), now), now);
    }

    private static Refusal tooMany(Duration wait) {
        long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
        return Refusal.of(Refusal.Kind.OVER_LIMIT, "too-many-guesses").with("retryAfter", seconds);
    }

    /** As fine as the database keeps it, so that a moment read is the moment written. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
