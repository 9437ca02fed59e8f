package io.tilth.wecom.client;

import io.tilth.wecom.WecomRefusal;
import io.tilth.wecom.WecomRefusal.Kind;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** What one call has cost so far, and whether another try is worth it. */
class Effort {

    private static final int MOST_TRIES = 4;
    private static final Duration FIRST_STEP = Duration.ofMillis(200);

    private final Duration patience;
    private int busy;
    private boolean renewed;
    private @Nullable String stale;
    private Duration waited = Duration.ZERO;

    Effort(Duration patience) {
        this.patience = patience;
    }

    /** The token that WeCom did not take, if it came to that. */
    @Nullable
    String stale() {
        return stale;
    }

    Duration waited() {
        return waited;
    }

    Duration left() {
        return patience.minus(waited);
    }

    /** Notes that WeCom did not take the token; false when it took neither of two. */
    boolean renew(String token) {
        if (renewed) {
            return false;
        }
        renewed = true;
        stale = token;
        return true;
    }

    /** How long to wait before a busy platform is asked again: longer each time, and never all at the same moment. */
    Duration backOff(WecomRefusal refusal) {
        if (++busy >= MOST_TRIES) {
            throw refusal;
        }
        long most = FIRST_STEP.toMillis() << busy;
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(most / 2, most));
    }

    /** Takes a wait out of the patience, or gives up at once: nobody gains by waiting in vain. */
    void spend(Duration wait, String api) {
        if (wait.compareTo(left()) > 0) {
            throw new WecomRefusal(api, 45009, Kind.OVER_LIMIT, "the limit of calls is reached", wait);
        }
        waited = waited.plus(wait);
    }
}
