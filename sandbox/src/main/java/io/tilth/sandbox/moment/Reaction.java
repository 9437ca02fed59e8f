package io.tilth.sandbox.moment;

import io.tilth.sandbox.world.Thing;
import java.time.Instant;

/** A like or a comment under a member's moment. */
public record Reaction(String corp, String moment, String user, String customer, String comment, Instant at)
        implements Thing {

    static String prefix(String corp, String moment, String user) {
        return Publication.key(corp, moment, user) + "/";
    }

    @Override
    public String key() {
        return prefix(corp, moment, user) + "%013d-%s".formatted(at.toEpochMilli(), customer);
    }

    public boolean isLike() {
        return comment.isEmpty();
    }
}
