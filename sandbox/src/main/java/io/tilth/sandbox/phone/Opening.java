package io.tilth.sandbox.phone;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import io.tilth.sandbox.web.Who;
import java.util.Map;
import java.util.Optional;

/**
 * Sends a frame on to a page and remembers who reads it with what. A browser cannot pretend to be another, so the
 * platform's own pages (OAuth, install, script) ask these cookies instead.
 */
final class Opening {
    private static final Map<String, String> BROWSERS =
            Map.of("wechat", "wechat", "pc", "wechat-pc", "wecom", "wecom", "plain", "plain");

    private Opening() {}

    static void open(Context http) {
        String url = Optional.ofNullable(http.queryParam("url")).orElse("");
        String browser = BROWSERS.get(Optional.ofNullable(http.queryParam("as")).orElse(""));
        String who = Optional.ofNullable(http.queryParam("who")).orElse("");
        if (browser == null || who.isEmpty() || !url.matches("(?i)https?://[^\\s]+")) {
            http.status(400).result("as, who and an http address in url are needed.");
            return;
        }
        remember(http, Who.COOKIE, (who.contains(":") ? "member:" : "person:") + who);
        remember(http, Who.BROWSER, browser);
        http.header("Cache-Control", "no-store");
        http.redirect(url);
    }

    private static void remember(Context http, String name, String value) {
        var cookie = new Cookie(name, value);
        cookie.setPath("/");
        cookie.setSameSite(SameSite.LAX);
        http.cookie(cookie);
    }
}
