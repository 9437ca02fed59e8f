package io.tilth.sandbox.judge;

import io.tilth.sandbox.Sandbox;
import io.tilth.sandbox.web.Addresses;
import io.tilth.sandbox.web.Who;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** Opens pages as somebody's phone would, and tells where they lead. */
final class Browser {
    static final String BACK = "http://localhost:7070/return";

    private final HttpClient http = HttpClient.newHttpClient();
    private final Sandbox sandbox;

    Browser(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    /** An address of the platform, on the sandbox's host. */
    String here(String address) {
        return sandbox.url() + address.replaceFirst("^https?://[^/]+", "").replaceFirst("#.*$", "");
    }

    /** What the page shows to somebody whom it does not know. */
    String page(String address) throws Exception {
        return text(get(address, ""));
    }

    /** What it shows to somebody who comes from the application's own page. */
    String tapped(String address, Who who) throws Exception {
        return text(get(as(address, who), BACK));
    }

    Back open(String address, Who who) throws Exception {
        return Back.of(get(as(address, who), ""));
    }

    Back agree(String address, Who who) throws Exception {
        return Back.of(get(Addresses.with(as(address, who), "agree", "1"), BACK));
    }

    byte[] fetch(String address) throws Exception {
        return get(address, "").body();
    }

    private String as(String address, Who who) {
        return Addresses.with(here(address), Who.PARAMETER, who.toString());
    }

    private HttpResponse<byte[]> get(String address, String referer) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(address.replaceFirst("#.*$", "")));
        if (!referer.isEmpty()) {
            request.header("Referer", referer);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    /** Where a page led. */
    record Back(String address, Map<String, String> parameters) {

        static Back of(HttpResponse<byte[]> answer) {
            var location = answer.headers()
                    .firstValue("Location")
                    .orElseThrow(() -> new AssertionError("It led nowhere: " + text(answer)));
            var parameters = Arrays.stream(URI.create(location).getRawQuery().split("&"))
                    .map(pair -> pair.split("=", 2))
                    .collect(Collectors.toMap(
                            pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
            return new Back(location, parameters);
        }

        String code() {
            return parameters.get("code");
        }

        String state() {
            return parameters.get("state");
        }
    }
}
