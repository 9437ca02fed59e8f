package io.tilth.sandbox.oauth;

import io.tilth.sandbox.web.Who;
import io.tilth.sandbox.world.Thing;
import java.time.Duration;
import java.time.Instant;

/**
 * Tells once, within five minutes, who opened a page.
 *
 * @param appid a company, a suite, a service account or a mini-program
 * @param snapshot the person did not ask for it: what it leads to is a made-up somebody
 */
public record OAuthCode(String code, String appid, Who who, String scope, boolean snapshot, Instant givenAt)
        implements Thing {
    private static final Duration LIFE = Duration.ofMinutes(5);

    @Override
    public String key() {
        return code;
    }

    public boolean lives(Instant now) {
        return now.isBefore(givenAt.plus(LIFE));
    }
}
