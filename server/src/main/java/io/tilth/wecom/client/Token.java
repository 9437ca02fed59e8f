package io.tilth.wecom.client;

import java.time.Duration;
import java.time.Instant;

/** A token or ticket as WeCom gave it. */
record Token(String text, Instant expiresAt) {

    /** WeCom may end one early, and a call under way must still arrive with it. */
    private static final Duration MARGIN = Duration.ofSeconds(200);

    boolean holdsAt(Instant now) {
        return now.isBefore(expiresAt.minus(MARGIN));
    }

    @Override
    public String toString() {
        return "a token until " + expiresAt;
    }

    /** Which of an app's tokens. */
    enum Name {
        ACCESS,
        JSAPI,
        AGENT_JSAPI
    }
}
