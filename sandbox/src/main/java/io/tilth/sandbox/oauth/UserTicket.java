package io.tilth.sandbox.oauth;

import io.tilth.sandbox.world.Thing;
import java.time.Duration;
import java.time.Instant;

/** Lets an app read for half an hour what a member agreed to show. */
public record UserTicket(String ticket, String corp, String user, Instant givenAt) implements Thing {
    public static final Duration LIFE = Duration.ofSeconds(1800);

    @Override
    public String key() {
        return ticket;
    }

    public boolean lives(Instant now) {
        return now.isBefore(givenAt.plus(LIFE));
    }
}
