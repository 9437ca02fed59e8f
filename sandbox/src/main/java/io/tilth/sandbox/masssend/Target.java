package io.tilth.sandbox.masssend;

import io.tilth.sandbox.world.Thing;
import java.time.Instant;

/**
 * A customer or a group that is to get a mass message from a member.
 *
 * @param id an external_userid or a chat_id
 */
public record Target(String corp, String message, String user, String id, Result result, Instant at) implements Thing {

    static String prefix(String corp, String message, String user) {
        return Task.prefix(corp, message) + user.toLowerCase(java.util.Locale.ROOT) + "/";
    }

    @Override
    public String key() {
        return prefix(corp, message, user) + id;
    }

    Target with(Result result, Instant at) {
        return new Target(corp, message, user, id, result, at);
    }

    /** With the platform's numbers. */
    public enum Result {
        NOT_SENT(0),
        SENT(1),
        NO_FRIEND(2),
        /** The customer has had as many mass messages as the rule allows. */
        SPENT(3);

        private final int number;

        Result(int number) {
            this.number = number;
        }

        public int number() {
            return number;
        }
    }
}
