package io.tilth.sandbox.identity;

import io.tilth.sandbox.world.Thing;
import java.time.Duration;
import java.time.Instant;

/** Somebody who is no customer yet, as a company may remember them for ninety days. */
record Pending(String corp, String person, String id, Instant givenAt) implements Thing {
    private static final Duration LIFE = Duration.ofDays(90);

    @Override
    public String key() {
        return corp + "/" + person;
    }

    boolean lives(Instant now) {
        return now.isBefore(givenAt.plus(LIFE));
    }
}
