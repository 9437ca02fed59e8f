package io.tilth.bench;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody of the demo company, signed in as the pages do it. */
final class Session implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String PASSWORD = "tilth-demo-2026";

    private final int port;
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(cookies).build();

    private Session(int port) {
        this.port = port;
    }

    static Session of(int port, String login) {
        var session = new Session(port);
        session.send("GET", "/api/v1/session", "");
        session.ask("POST", "/api/v1/session", Map.of("login", login, "password", PASSWORD));
        return session;
    }

    /** Somebody who was invited, and signs in for the first time. */
    static Session joined(int port, String token, String login, String password) {
        var session = new Session(port);
        session.send("GET", "/api/v1/session", "");
        var joining = new HashMap<String, Object>(Map.of("token", token, "login", login, "password", password));
        joining.put("code", null);
        session.ask("POST", "/api/v1/links/use", joining);
        return session;
    }

    JsonNode get(String path) {
        return ask("GET", path, Map.of());
    }

    JsonNode ask(String method, String path, Object body) {
        var answer = send(method, path, method.equals("GET") ? "" : JSON.writeValueAsString(body));
        if (answer.status() >= 300) {
            throw new IllegalStateException(
                    method + " " + path + " answered " + answer.status() + ": " + answer.body());
        }
        return JSON.readTree(answer.body().isEmpty() ? "null" : answer.body());
    }

    /** The moments at which a screen was first told of each thing, by topic and id; the stream stays open. */
    Map<String, Long> listen() {
        var heard = new ConcurrentHashMap<String, Long>();
        Consumer<String> line = text -> {
            if (text.startsWith("data:{")) {
                var moved = JSON.readTree(text.substring(5));
                heard.putIfAbsent(
                        moved.path("topic").asString() + "/" + moved.path("id").asString(), System.nanoTime());
            }
        };
        Thread.ofVirtual().start(() -> {
            try {
                http.send(request("GET", "/sse", "").build(), BodyHandlers.ofLines())
                        .body()
                        .forEach(line);
            } catch (IOException | InterruptedException | RuntimeException closed) {
                // the server has gone, or the bench has
            }
        });
        return heard;
    }

    /** As a header, for whoever asks without all this. */
    String cookie() {
        return cookies.getCookieStore().getCookies().stream()
                .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                .collect(Collectors.joining("; ", "Cookie: ", ""));
    }

    private Answer send(String method, String path, String body) {
        try {
            var answer = http.send(
                    request(method, path, body).timeout(Duration.ofSeconds(30)).build(), BodyHandlers.ofString());
            return new Answer(answer.statusCode(), answer.body());
        } catch (IOException failure) {
            throw new IllegalStateException(method + " " + path, failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private HttpRequest.Builder request(String method, String path, String body) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Content-Type", "application/json")
                .header("Accept", path.endsWith("/sse") ? "text/event-stream" : "application/json")
                .method(method, BodyPublishers.ofString(body));
        cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                .map(HttpCookie::getValue)
                .findFirst()
                .ifPresent(token -> request.header("X-XSRF-TOKEN", token));
        return request;
    }

    @Override
    public void close() {
        http.shutdownNow();
    }

    private record Answer(int status, String body) {}
}
