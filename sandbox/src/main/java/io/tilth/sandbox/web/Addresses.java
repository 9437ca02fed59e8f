package io.tilth.sandbox.web;

import io.javalin.http.Context;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Addresses with something added to them. */
public final class Addresses {

    private Addresses() {}

    /** Parameters as name, value, name, value, before any fragment. */
    public static String with(String address, String... parameters) {
        int hash = address.indexOf('#');
        var url = new StringBuilder(hash < 0 ? address : address.substring(0, hash));
        for (int i = 0; i < parameters.length; i += 2) {
            url.append(url.indexOf("?") < 0 ? '?' : '&')
                    .append(parameters[i])
                    .append('=')
                    .append(URLEncoder.encode(parameters[i + 1], StandardCharsets.UTF_8));
        }
        return url.toString();
    }

    /** The address of this very page, on this host. */
    public static String of(Context http) {
        return http.queryString() == null ? http.path() : http.path() + "?" + http.queryString();
    }

    public static String parameter(Context http, String name) {
        String value = http.queryParam(name);
        return value == null ? "" : value;
    }

    /** Host, and port if it is named; empty for what is no address. */
    public static String host(String address) {
        try {
            var uri = URI.create(address);
            return uri.getRawAuthority() == null ? "" : uri.getRawAuthority();
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    /**
     * Whether the address lies on the domain: named with its port, or without one when the domain has none either. This
     * machine has two names, and a company that trusts the one trusts the other.
     */
    public static boolean isOn(String address, String domain) {
        String host = here(host(address));
        String trusted = here(domain);
        return !domain.isEmpty()
                && (host.equalsIgnoreCase(trusted)
                        || host.replaceFirst(":\\d+$", "").equalsIgnoreCase(trusted));
    }

    private static String here(String host) {
        return host.replaceFirst("^127\\.0\\.0\\.1(?=$|:)", "localhost");
    }
}
