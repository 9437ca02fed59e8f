package io.tilth.sandbox.kf;

import io.tilth.sandbox.world.Thing;
import java.time.Duration;
import java.time.Instant;

/** Comes with a callback and lets one fetch messages as often as one likes, for ten minutes. */
record KfToken(String value, String corp, String account, Instant givenAt) implements Thing {
    private static final Duration LIFE = Duration.ofMinutes(10);

    @Override
    public String key() {
        return value;
    }

    boolean lives(Instant now) {
        return now.isBefore(givenAt.plus(LIFE));
    }
}
