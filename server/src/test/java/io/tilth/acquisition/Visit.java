package io.tilth.acquisition;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Somebody with a phone of their own before one of our pages. */
public class Visit {

    private static final Pattern PICTURE = Pattern.compile("src=\"/c/[^/]+/(\\w{4})\\.png\"");

    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private final URI address;
    private String shown = "";

    public Visit(int port, JsonNode code) {
        this(port, URI.create(code.path("address").asString()).getPath());
    }

    public Visit(int port, String path) {
        this.address = URI.create("http://localhost:" + port + path);
    }

    public HttpResponse<String> open() {
        try {
            var request = HttpRequest.newBuilder(address)
                    .header("Accept-Language", "zh-CN")
                    .header("User-Agent", "Mozilla/5.0 (Linux; Android 10) Chrome/86.0")
                    .build();
            var page = http.send(request, BodyHandlers.ofString(UTF_8));
            var picture = PICTURE.matcher(page.body());
            shown = picture.find() ? picture.group(1) : "";
            return page;
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    public String path() {
        return address.getPath();
    }

    /** Which member's code the page showed last. */
    public String shown() {
        assertThat(shown).isNotEmpty();
        return shown;
    }

    /** By what the house knows the phone. */
    public String cookie() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().startsWith("tilth_v"))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElseThrow();
    }
}
