package io.tilth.kernel;

import java.util.UUID;

/**
 * Tells open screens that something moved. The signal is stored with the current transaction and goes out after it
 * commits, to whichever node holds the screen; the screen then fetches what it may see. Signals carry ids only.
 */
public interface Live {

    /** Signals within the current tenant. */
    void push(Recipient recipient, String topic, String id);

    /** Ends the streams of a session on every node, and says why. */
    void end(String session, Goodbye why);

    /** Why a stream ends, for the words on the screen that is left. */
    enum Goodbye {
        SIGNED_OUT,
        REVOKED,
        FROZEN,
        REMOVED,
        PASSWORD_CHANGED,
        SUPPORT_ENDED,
        SUSPENDED,
        ELSEWHERE
    }

    /** Whose screens. */
    record Recipient(String key) {

        /** Everybody of the tenant. */
        public static final Recipient EVERYBODY = new Recipient("*");

        public static Recipient account(UUID account) {
            return new Recipient("account:" + account);
        }
    }
}
