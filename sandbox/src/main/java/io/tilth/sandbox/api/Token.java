package io.tilth.sandbox.api;

import io.tilth.sandbox.api.Routes.Credential;
import io.tilth.sandbox.world.Thing;
import java.time.Instant;

/**
 * A key for two hours.
 *
 * @param holder an app ({@code corp/agent}), a suite or a provider
 * @param revoked taken back early: from then on it is answered as if it had never been
 */
public record Token(String value, Credential kind, String holder, Instant expiresAt, boolean revoked) implements Thing {

    @Override
    public String key() {
        return value;
    }

    Token revoke() {
        return new Token(value, kind, holder, expiresAt, true);
    }

    Token expireAt(Instant moment) {
        return new Token(value, kind, holder, moment, revoked);
    }
}
