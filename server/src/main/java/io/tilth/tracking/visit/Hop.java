package io.tilth.tracking.visit;

import io.tilth.customer.VisitorId;
import io.tilth.kernel.Ids;
import io.tilth.tracking.ShareId;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/**
 * A visitor's own address of a share. Whoever comes by it got it from them, which makes the chain of forwards.
 *
 * @param via by whose address the visitor came first
 */
record Hop(UUID id, String token, ShareId share, VisitorId visitor, Optional<UUID> via) {

    private static final int TOKEN_BYTES = 9;
    private static final SecureRandom RANDOM = new SecureRandom();

    static Hop next(ShareId share, VisitorId visitor, Optional<UUID> via) {
        var bytes = new byte[TOKEN_BYTES];
        RANDOM.nextBytes(bytes);
        var token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        return new Hop(Ids.next(), token, share, visitor, via);
    }
}
