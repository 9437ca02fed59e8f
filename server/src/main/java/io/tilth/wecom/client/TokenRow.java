package io.tilth.wecom.client;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A token as all nodes see it: what there is, and who is fetching another. */
record TokenRow(
        Optional<Token> token, Optional<Instant> leaseUntil, Optional<Instant> failedAt, Optional<Integer> failedCode) {

    /** WeCom blocks a company for an hour after 2,000 wrong secrets within one. */
    private static final Duration SULK = Duration.ofSeconds(20);

    /** @param stale a token that WeCom did not take, if one was tried */
    TokenClaim claim(@Nullable String stale, Instant now) {
        var usable = token.filter(one -> one.holdsAt(now) && !one.text().equals(stale));
        if (usable.isPresent()) {
            return new TokenClaim.Ready(usable.get());
        }
        if (failedAt.filter(at -> now.isBefore(at.plus(SULK))).isPresent()) {
            return new TokenClaim.Refused(failedCode.orElse(0));
        }
        return leaseUntil.filter(now::isBefore).isPresent() ? new TokenClaim.Wait() : new TokenClaim.Leased();
    }
}
