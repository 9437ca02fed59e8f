package io.tilth.sandbox.oauth;

import io.tilth.sandbox.world.Thing;
import java.time.Duration;
import java.time.Instant;

/**
 * A key to what a service account or a mini-program may know.
 *
 * @param person of whom it tells; empty for the account's own
 */
record WechatToken(String value, String appid, String person, String scope, boolean snapshot, Instant givenAt)
        implements Thing {
    static final Duration LIFE = Duration.ofSeconds(7200);

    @Override
    public String key() {
        return value;
    }

    /** The same under another name: what refreshes it. */
    WechatToken called(String value) {
        return new WechatToken(value, appid, person, scope, snapshot, givenAt);
    }
}
