package io.tilth.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody who uses the interface as the pages do: with cookies and their token. */
class Api {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final int port;
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    Api(int port) {
        this.port = port;
    }

    /** Signs in, and goes to the tenant when the person has several. */
    static Api signedIn(int port, String login, String password) throws IOException, InterruptedException {
        var api = new Api(port);
        api.get("/api/v1/session");
        var answer = api.post("/api/v1/session", """
                {"login": "%s", "password": "%s"}""".formatted(login, password));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return api;
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send("GET", path, "");
    }

    HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        return send("POST", path, body);
    }

    HttpResponse<String> delete(String path) throws IOException, InterruptedException {
        return send("DELETE", path, "");
    }

    /** Goes to one of the companies that the person belongs to. */
    Api at(String company) throws IOException, InterruptedException {
        for (var place : json("/api/v1/me/places")) {
            if (place.get("name").asString().equals(company)) {
                var answer = send("PUT", "/api/v1/session/place", "{\"tenant\": %s}".formatted(place.get("tenant")));
                assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            }
        }
        return this;
    }

    JsonNode created(String path, String body) throws IOException, InterruptedException {
        var answer = post(path, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return JSON.readTree(answer.body());
    }

    JsonNode json(String path) throws IOException, InterruptedException {
        var answer = get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    /** Told {@code topic/id} of whatever moves, for as long as the server lives; comes back when the stream is open. */
    void listen(Consumer<String> hears) throws IOException, InterruptedException {
        var stream = http.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/sse"))
                        .header("Accept", "text/event-stream")
                        .build(),
                BodyHandlers.ofLines());
        assertThat(stream.statusCode()).isEqualTo(200);
        var open = new CountDownLatch(1);
        Thread.ofVirtual().start(() -> {
            try (var lines = stream.body()) {
                lines.forEach(line -> {
                    open.countDown();
                    if (line.startsWith("data:{")) {
                        var moved = JSON.readTree(line.substring(5));
                        hears.accept(moved.path("topic").asString() + "/"
                                + moved.path("id").asString());
                    }
                });
            } catch (UncheckedIOException gone) {
                // the server was stopped
            }
        });
        assertThat(open.await(20, TimeUnit.SECONDS)).isTrue();
    }

    private HttpResponse<String> send(String method, String path, String body)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .timeout(Duration.ofSeconds(20))
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body));
        cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                .map(HttpCookie::getValue)
                .findFirst()
                .ifPresent(token -> request.header("X-XSRF-TOKEN", token));
        return http.send(request.build(), BodyHandlers.ofString());
    }
}
