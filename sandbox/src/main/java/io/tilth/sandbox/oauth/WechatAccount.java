package io.tilth.sandbox.oauth;

import io.tilth.sandbox.world.Thing;

/**
 * A service account or a mini-program; all of them belong to one developer, so that a person has one unionid in them.
 *
 * @param domain to which its OAuth leads back
 */
public record WechatAccount(String appid, String secret, String name, Kind kind, String domain) implements Thing {

    @Override
    public String key() {
        return appid;
    }

    public WechatAccount on(String domain) {
        return new WechatAccount(appid, secret, name, kind, domain);
    }

    /** Which of the two. */
    public enum Kind {
        SERVICE_ACCOUNT,
        MINI_PROGRAM
    }
}
