package io.tilth.sandbox.phone;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import io.tilth.sandbox.web.Who;
import java.util.Map;
import java.util.Optional;

/**
 * Sends a frame on to a page and remembers who reads it with what. A browser cannot pretend to be another, so the
 * platform's own pages (OAuth, install, script) ask these cookies instead. Whichever phone is touched last decides.
 */
final class Opening {
    private static final Map<String, String> BROWSERS =
            Map.of("wechat", "wechat", "pc", "wechat-pc", "wecom", "wecom", "plain", "plain");

    private final Jars jars = new Jars();

    void serve(RoutesConfig http) {
        http.get("/sandbox/open", this::open);
        http.post("/sandbox/touch", this::touch);
    }

    private void open(Context http) {
        String url = parameter(http, "url");
        if (!url.matches("(?i)https?://[^\\s]+") || !takeUp(http)) {
            http.status(400).result("as, who and an http address in url are needed.");
            return;
        }
        String browser = BROWSERS.get(parameter(http, "as"));
        jars.change(http, parameter(http, "who").contains(":"), browser + "/" + parameter(http, "who"));
        http.header("Cache-Control", "no-store");
        http.redirect(url);
    }

    private void touch(Context http) {
        http.status(takeUp(http) ? 204 : 400);
    }

    /** From now on pages learn that this one holds the phone. */
    private static boolean takeUp(Context http) {
        String browser = BROWSERS.get(parameter(http, "as"));
        String who = parameter(http, "who");
        if (browser == null || who.isEmpty()) {
            return false;
        }
        remember(http, Who.COOKIE, (who.contains(":") ? "member:" : "person:") + who);
        remember(http, Who.BROWSER, browser);
        return true;
    }

    private static String parameter(Context http, String name) {
        return Optional.ofNullable(http.queryParam(name)).orElse("");
    }

    private static void remember(Context http, String name, String value) {
        var cookie = new Cookie(name, value);
        cookie.setPath("/");
        cookie.setSameSite(SameSite.LAX);
        http.cookie(cookie);
    }
}
