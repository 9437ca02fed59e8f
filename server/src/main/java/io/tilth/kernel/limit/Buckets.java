package io.tilth.kernel.limit;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.tilth.kernel.Refusal;
import io.tilth.kernel.limit.LimitSettings.Rate;
import java.time.Duration;

/** A bucket for each of those who ask; who has been away is forgotten, for a full bucket and none are the same. */
class Buckets {

    private static final int MOST = 100_000;

    private final Rate rate;
    private final LoadingCache<String, Bucket> buckets;

    Buckets(Rate rate) {
        this.rate = rate;
        var full = Duration.ofSeconds(rate.burst() / Math.max(1, rate.perSecond()) + 1L);
        this.buckets = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterAccess(full)
                .build(_ -> Bucket.builder()
                        .addLimit(limit ->
                                limit.capacity(rate.burst()).refillGreedy(rate.perSecond(), Duration.ofSeconds(1)))
                        .build());
    }

    Rate rate() {
        return rate;
    }

    ConsumptionProbe take(String who) {
        return buckets.get(who).tryConsumeAndReturnRemaining(1);
    }

    static Refusal refusal(ConsumptionProbe probe) {
        return Refusal.of(Refusal.Kind.OVER_LIMIT, "too-many-requests").with("retryAfter", seconds(probe));
    }

    /** Whole seconds, rounded up: who comes back then is let in. */
    static long seconds(ConsumptionProbe probe) {
        return Duration.ofNanos(probe.getNanosToWaitForRefill()).plusMillis(999).toSeconds();
    }
}
