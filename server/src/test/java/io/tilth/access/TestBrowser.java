package io.tilth.access;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A browser as the server sees one: it keeps cookies and echoes the token against forged requests. */
public class TestBrowser {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = new JsonMapper();
    private static final AtomicInteger ADDRESSES = new AtomicInteger();

    private final String server;
    private final Map<String, String> cookies = new HashMap<>();
    private final String address;
    private boolean honest = true;
    private String language = "en";
    private String agent = "TestBrowser";

    /** Each browser has an address of its own, so that limits of one test do not reach another. */
    public TestBrowser(int port) {
        this(port, "10.1.%d.%d".formatted(ADDRESSES.incrementAndGet() / 250, ADDRESSES.get() % 250));
    }

    public TestBrowser(int port, String address) {
        this.server = "http://localhost:" + port;
        this.address = address;
    }

    /** Sends no token against forged requests, as another site's page could not. */
    public TestBrowser forging() {
        honest = false;
        return this;
    }

    public TestBrowser speaking(String language) {
        this.language = language;
        return this;
    }

    public TestBrowser calledAs(String agent) {
        this.agent = agent;
        return this;
    }

    public Map<String, String> cookies() {
        return cookies;
    }

    public Answer get(String path) {
        return send("GET", path, null);
    }

    public Answer post(String path, @Nullable Object body) {
        return send("POST", path, body);
    }

    public Answer put(String path, Object body, String... headers) {
        return send("PUT", path, body, headers);
    }

    public Answer delete(String path) {
        return send("DELETE", path, null);
    }

    public Answer delete(String path, Object body) {
        return send("DELETE", path, body);
    }

    public Answer signIn(String login, String password) {
        return post("/api/v1/session", Map.of("login", login, "password", password));
    }

    public Answer signIn(String login, String password, String code) {
        return post("/api/v1/session", Map.of("login", login, "password", password, "code", code));
    }

    public Answer ask(String method, String path, @Nullable Object body) {
        return send(method, path, body);
    }

    private Answer send(String method, String path, @Nullable Object body, String... headers) {
        if (honest && !method.equals("GET") && !cookies.containsKey("XSRF-TOKEN")) {
            get("/api/v1/session");
        }
        var request = HttpRequest.newBuilder(URI.create(server + path))
                .header("Accept-Language", language)
                .header("X-Forwarded-For", address)
                .header("User-Agent", agent)
                .method(
                        method,
                        body == null
                                ? BodyPublishers.noBody()
                                : BodyPublishers.ofString(JSON.writeValueAsString(body)));
        if (headers.length > 0) {
            request.headers(headers);
        }
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        if (!cookies.isEmpty()) {
            var pairs = cookies.entrySet().stream().map(Object::toString).toList();
            request.header("Cookie", String.join("; ", pairs));
        }
        if (honest && cookies.containsKey("XSRF-TOKEN")) {
            request.header("X-XSRF-TOKEN", cookies.get("XSRF-TOKEN"));
        }
        try {
            var response = HTTP.send(request.build(), BodyHandlers.ofString());
            keepCookies(response);
            return new Answer(response);
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private void keepCookies(HttpResponse<String> response) {
        for (var line : response.headers().allValues("Set-Cookie")) {
            var pair = line.split(";", 2)[0].split("=", 2);
            if (pair[1].isEmpty()) {
                cookies.remove(pair[0]);
            } else {
                cookies.put(pair[0], pair[1]);
            }
        }
    }

    /** What came back. */
    public record Answer(HttpResponse<String> response) {

        public int status() {
            return response.statusCode();
        }

        public String body() {
            return response.body();
        }

        public JsonNode json() {
            return JSON.readTree(response.body());
        }

        public String text(String pointer) {
            return json().at(pointer).asString("");
        }

        /** The problem's code, or nothing when all went well. */
        public String problem() {
            return status() < 400 ? "" : text("/type").replace("/problems/", "");
        }

        /** Where a redirect leads. */
        public String location() {
            return response.headers().firstValue("Location").orElse("");
        }

        public List<String> setCookies() {
            return response.headers().allValues("Set-Cookie");
        }
    }
}
