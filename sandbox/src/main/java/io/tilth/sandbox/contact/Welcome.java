package io.tilth.sandbox.contact;

import io.tilth.sandbox.world.Thing;
import java.time.Instant;

/** The right to greet a new customer once within twenty seconds; the first app that comes takes it. */
public record Welcome(String code, String corp, String user, String customer, Instant expiresAt, boolean used)
        implements Thing {
    static final int SECONDS = 20;

    @Override
    public String key() {
        return Follow.key(corp, user, customer);
    }

    Welcome use() {
        return new Welcome(code, corp, user, customer, expiresAt, true);
    }
}
