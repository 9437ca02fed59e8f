package io.tilth.sandbox.web;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.util.Optional;

/**
 * Who holds the phone: a member of a company, or a person with WeChat.
 *
 * <p>A page learns it from the parameter {@code who} or from the cookie of the same meaning; the phones set the cookie
 * before they open a page.
 *
 * @param corp the member's company; empty for a person
 */
public record Who(String corp, String id) {
    public static final String PARAMETER = "who";
    /** {@code member:corp:userid} or {@code person:id}. */
    public static final String COOKIE = "sandbox_who";
    /** What the page is opened in: {@code wechat}, {@code wechat-pc}, {@code wecom} or {@code plain}. */
    public static final String BROWSER = "sandbox_browser";

    public static Who member(String corp, String user) {
        return new Who(corp, user);
    }

    public static Who person(String id) {
        return new Who("", id);
    }

    public static Optional<Who> at(Context http) {
        String named = http.queryParam(PARAMETER);
        return read(named == null ? http.cookie(COOKIE) : named);
    }

    /** Somebody named in the address itself, whatever the cookie says. */
    public static Optional<Who> named(Context http) {
        return read(http.queryParam(PARAMETER));
    }

    /** Whether the page was opened outside of WeChat and WeCom. */
    public static boolean isPlain(Context http) {
        return "plain".equals(http.cookie(BROWSER)) && http.queryParam(PARAMETER) == null;
    }

    public void remember(Context http) {
        var cookie = new Cookie(COOKIE, toString());
        cookie.setPath("/");
        cookie.setSameSite(SameSite.LAX);
        http.cookie(cookie);
    }

    public boolean isMember() {
        return !corp.isEmpty();
    }

    @Override
    public String toString() {
        return isMember() ? "member:" + corp + ":" + id : "person:" + id;
    }

    private static Optional<Who> read(String text) {
        String[] parts = text == null ? new String[0] : text.split(":", 3);
        if (parts.length == 3 && parts[0].equals("member")) {
            return Optional.of(member(parts[1], parts[2]));
        }
        return parts.length == 2 && parts[0].equals("person") ? Optional.of(person(parts[1])) : Optional.empty();
    }
}
