package io.tilth.sandbox.phone;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import io.tilth.sandbox.web.Who;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Each phone has cookies of its own, although all of them are frames of one browser: whoever takes up another phone
 * leaves behind the cookies of the pages that were read on the last one, and finds again what they left on this one.
 */
final class Jars {
    /** How Tilth knows a member who is signed in; all other cookies are a reader's. */
    private static final Set<String> OF_MEMBERS = Set.of("tilth", "tilth-wecom", "XSRF-TOKEN");

    private static final Set<String> OWN = Set.of(Who.COOKIE, Who.BROWSER);
    private static final String LAST = "sandbox_phone_";

    private final Map<String, Map<String, String>> left = new ConcurrentHashMap<>();

    /** Somebody opens a page in one of their browsers. */
    void change(Context http, boolean member, String browser) {
        String side = LAST + (member ? "member" : "person");
        String last = http.cookie(side);
        if (browser.equals(last)) {
            return;
        }
        Predicate<String> ours = name -> OF_MEMBERS.contains(name) == member && !OWN.contains(name);
        var carried = http.cookieMap().entrySet().stream()
                .filter(sent -> ours.test(sent.getKey()) && !sent.getKey().startsWith(LAST))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        if (last != null) {
            left.put(last, carried);
        }
        carried.keySet().forEach(name -> http.removeCookie(name, "/"));
        left.getOrDefault(browser, Map.of()).forEach((name, value) -> http.cookie(cookie(name, value)));
        http.cookie(cookie(side, browser));
    }

    private static Cookie cookie(String name, String value) {
        var cookie = new Cookie(name, value);
        cookie.setPath("/");
        cookie.setSameSite(SameSite.LAX);
        cookie.setHttpOnly(!name.equals("XSRF-TOKEN")); // the page itself reads that one
        return cookie;
    }
}
