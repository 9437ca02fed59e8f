package io.tilth.sandbox.message;

import io.tilth.sandbox.world.Thing;
import java.time.Duration;
import java.time.Instant;

/** The right to change a card once: comes with the sending of a card and with every press of a button. */
record CardCode(String code, String corp, int agent, String message, Instant givenAt) implements Thing {
    private static final Duration LIFE = Duration.ofHours(24);

    @Override
    public String key() {
        return code;
    }

    boolean lives(Instant now) {
        return now.isBefore(givenAt.plus(LIFE));
    }
}
