package io.tilth.sandbox.corp;

import io.tilth.sandbox.world.Thing;
import java.time.Instant;

/** When a member left the company. */
public record Departure(String corp, String user, Instant at) implements Thing {

    @Override
    public String key() {
        return Member.key(corp, user);
    }
}
