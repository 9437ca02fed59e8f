package io.tilth.wecom;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** In what somebody opens a page: the platforms identify a reader only inside their own browsers. */
public enum ReadingBrowser {
    WECHAT,
    WECHAT_PC,
    WECOM,
    PLAIN;

    /** The sandbox's phones are frames of one ordinary browser, so they say it with a cookie. */
    private static final String PLAYED = "sandbox_browser";

    public static ReadingBrowser of(HttpServletRequest request, WecomSettings settings) {
        var played = settings.played() ? cookie(request) : Optional.<ReadingBrowser>empty();
        return played.orElseGet(() -> byAgent(request.getHeader("User-Agent")));
    }

    /** Whether the platform can tell silently who reads. */
    public boolean identifies() {
        return this != PLAIN;
    }

    private static ReadingBrowser byAgent(String header) {
        var agent = header == null ? "" : header.toLowerCase(Locale.ROOT);
        if (agent.contains("wxwork")) {
            return WECOM;
        }
        if (!agent.contains("micromessenger")) {
            return PLAIN;
        }
        return agent.contains("windowswechat") || agent.contains("macwechat") ? WECHAT_PC : WECHAT;
    }

    private static Optional<ReadingBrowser> cookie(HttpServletRequest request) {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Stream::of)
                .filter(sent -> sent.getName().equals(PLAYED))
                .map(Cookie::getValue)
                .findFirst()
                .flatMap(ReadingBrowser::named);
    }

    private static Optional<ReadingBrowser> named(String value) {
        return Stream.of(values())
                .filter(one ->
                        one.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(value))
                .findFirst();
    }
}
