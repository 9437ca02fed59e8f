package io.tilth.sandbox.provider;

import io.tilth.sandbox.world.Thing;
import java.time.Duration;
import java.time.Instant;

/** Tells the provider once that a company has agreed. */
record AuthCode(String code, String suite, String corp, String admin, String state, Instant givenAt) implements Thing {
    static final Duration LIFE = Duration.ofSeconds(600);

    @Override
    public String key() {
        return code;
    }

    boolean lives(Instant now) {
        return now.isBefore(givenAt.plus(LIFE));
    }
}
