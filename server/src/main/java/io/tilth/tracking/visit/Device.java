package io.tilth.tracking.visit;

import io.tilth.kernel.TenantScope;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.ResponseCookie;

/**
 * What a request tells of the device it comes from.
 *
 * @param key what its cookie holds; empty at the first time, and where cookies do not work
 */
record Device(Browser browser, String cookie, Optional<String> key) {

    /** How long a device keeps what was found out of it. */
    private static final int KEPT_DAYS = 30;

    private static final int KEY_BYTES = 18;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** What WeChat can be asked in, and what it cannot: a plain browser would end at 「请在微信客户端打开链接」. */
    enum Browser {
        WECHAT,
        WECOM,
        PLAIN
    }

    static Device of(HttpServletRequest request, boolean sandbox) {
        var name = "tilth_v" + TenantScope.current().value() + (sandbox ? person(request) : "");
        return new Device(browser(request, sandbox), name, cookie(request, name));
    }

    static String newKey() {
        var bytes = new byte[KEY_BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    String setCookie(String value, boolean secure) {
        return ResponseCookie.from(cookie, value)
                .path("/")
                .httpOnly(true)
                .secure(secure)
                .sameSite("Lax")
                .maxAge(Duration.ofDays(KEPT_DAYS))
                .build()
                .toString();
    }

    static boolean keeps(Instant askedAt, Instant now) {
        return askedAt.plus(Duration.ofDays(KEPT_DAYS)).isAfter(now);
    }

    private static Browser browser(HttpServletRequest request, boolean sandbox) {
        if (sandbox) {
            var played = played(request);
            if (played.isPresent()) {
                return played.get();
            }
        }
        var agent = Optional.ofNullable(request.getHeader("User-Agent")).orElse("");
        if (agent.contains("wxwork")) {
            return Browser.WECOM;
        }
        return agent.contains("MicroMessenger") ? Browser.WECHAT : Browser.PLAIN;
    }

    /** The sandbox's phones stand in frames of one browser, and say by a cookie what they play. */
    private static Optional<Browser> played(HttpServletRequest request) {
        var told = Optional.ofNullable(request.getParameter("sandbox_browser"))
                .or(() -> cookie(request, "sandbox_browser"));
        if (told.isPresent()) {
            return Optional.of(
                    switch (told.get()) {
                        case "wechat", "wechat-pc" -> Browser.WECHAT;
                        case "wecom" -> Browser.WECOM;
                        default -> Browser.PLAIN;
                    });
        }
        return cookie(request, "sandbox_who").map(who -> who.contains("member") ? Browser.WECOM : Browser.WECHAT);
    }

    /** Each of the sandbox's people has a device of their own. */
    private static String person(HttpServletRequest request) {
        return cookie(request, "sandbox_who")
                .map(who -> "_" + Integer.toHexString(who.hashCode()))
                .orElse("");
    }

    private static Optional<String> cookie(HttpServletRequest request, String name) {
        return Stream.of(Optional.ofNullable(request.getCookies()).orElse(new Cookie[0]))
                .filter(cookie -> cookie.getName().equals(name))
                .map(Cookie::getValue)
                .filter(value -> !value.isBlank() && value.length() <= 200)
                .findFirst();
    }
}
