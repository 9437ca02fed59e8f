package io.tilth.sandbox.oauth;

import io.tilth.sandbox.Platform;
import io.tilth.sandbox.api.Code;
import io.tilth.sandbox.web.Who;
import io.tilth.sandbox.world.Change;

/** Gives codes and takes them. */
public final class OAuthCodes {
    private final Platform platform;

    public OAuthCodes(Platform platform) {
        this.platform = platform;
    }

    public String give(String appid, Who who, String scope, boolean snapshot) {
        String code = platform.world().change(change -> {
            var given = new OAuthCode(
                    platform.ids().letters(43),
                    appid,
                    who,
                    scope,
                    snapshot,
                    platform.clock().instant());
            change.put(given);
            return given.code();
        });
        platform.world().settle();
        return code;
    }

    /** Takes the code; a used, old or foreign one is refused. */
    public OAuthCode take(Change change, String code, String appid) {
        var given = change.find(OAuthCode.class, code)
                .filter(found -> found.appid().equals(appid))
                .filter(found -> found.lives(platform.clock().instant()))
                .orElseThrow(Code.BAD_OAUTH_CODE::error);
        change.remove(given);
        return given;
    }

    public UserTicket ticket(Change change, String corp, String user) {
        var ticket = new UserTicket(
                platform.ids().letters(64), corp, user, platform.clock().instant());
        change.put(ticket);
        return ticket;
    }
}
