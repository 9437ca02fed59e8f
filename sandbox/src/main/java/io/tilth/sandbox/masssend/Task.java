package io.tilth.sandbox.masssend;

import io.tilth.sandbox.corp.Member;
import io.tilth.sandbox.world.Thing;
import java.time.Instant;

/**
 * That a member is asked to send a mass message.
 *
 * @param sentAt the epoch until then
 */
public record Task(String corp, String message, String user, Instant sentAt) implements Thing {
    static final int NOT_SENT = 0;
    static final int SENT = 2;

    static String prefix(String corp, String message) {
        return corp + "/" + message + "/";
    }

    @Override
    public String key() {
        return prefix(corp, message) + user.toLowerCase(java.util.Locale.ROOT);
    }

    public boolean isSent() {
        return sentAt.isAfter(Instant.EPOCH);
    }

    Task send(Instant now) {
        return new Task(corp, message, user, now);
    }

    /** Under this name a member's tasks are found. */
    String owner() {
        return Member.key(corp, user);
    }
}
