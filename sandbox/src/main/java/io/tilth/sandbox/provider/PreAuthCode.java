package io.tilth.sandbox.provider;

import io.tilth.sandbox.world.Thing;
import java.time.Duration;
import java.time.Instant;

/** Lets an administrator open the page on which a suite is installed. */
record PreAuthCode(String code, String suite, Instant givenAt) implements Thing {
    static final Duration LIFE = Duration.ofSeconds(1200);

    @Override
    public String key() {
        return code;
    }

    boolean lives(Instant now) {
        return now.isBefore(givenAt.plus(LIFE));
    }
}
