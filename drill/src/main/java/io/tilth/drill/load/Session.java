package io.tilth.drill.load;

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
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody of the demo company, signed in as the pages do it, who asks again when nobody answers. */
final class Session {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String PASSWORD = "tilth-demo-2026";
    private static final Duration A_MOMENT = Duration.ofMillis(400);

    private final int port;
    private final Patience patience;
    private final Ledger ledger;
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    private Session(int port, Patience patience, Ledger ledger) {
        this.port = port;
        this.patience = patience;
        this.ledger = ledger;
    }

    static Session of(String login, int port, Patience patience, Ledger ledger) throws InterruptedException {
        var session = new Session(port, patience, ledger);
        session.ask("GET", "/api/v1/session", Map.of()); // no, but with the token that every write has to bring
        session.insist("POST", "/api/v1/session", Map.of("login", login, "password", PASSWORD));
        return session;
    }

    /** @param status 0 when there was none */
    record Answer(int status, String body) {

        boolean isGood() {
            return status >= 200 && status < 300;
        }

        /** Nobody is there, or somebody who asks for patience. */
        boolean isNone() {
            return status == 0 || status == 429 || status >= 500;
        }

        JsonNode json() {
            return JSON.readTree(body.isEmpty() ? "null" : body);
        }
    }

    /** Asks once. */
    Answer ask(String method, String path, Object body) throws InterruptedException {
        return ask(method, path, body, UUID.randomUUID().toString());
    }

    private Answer ask(String method, String path, Object body, String key) throws InterruptedException {
        try {
            var answer = Line.ask(http, request(method, path, body, key), BodyHandlers.ofString());
            return new Answer(answer.statusCode(), answer.body());
        } catch (IOException unheard) {
            return new Answer(0, String.valueOf(unheard));
        }
    }

    /**
     * Asks until there is an answer; a write says each time that it is the same.
     *
     * @throws GivenUp when the drill is over, or the answer is no
     */
    JsonNode insist(String method, String path, Object body) throws InterruptedException {
        var key = UUID.randomUUID().toString();
        var answer = ask(method, path, body, key);
        while (answer.isNone() && patience.pauses(A_MOMENT)) {
            answer = ask(method, path, body, key);
        }
        if (answer.isGood()) {
            return answer.json();
        }
        if (!answer.isNone()) {
            ledger.surprise(method + " " + path + ": " + answer);
        }
        throw new GivenUp(method + " " + path + ": " + answer);
    }

    JsonNode get(String path) throws InterruptedException {
        return insist("GET", path, Map.of());
    }

    private HttpRequest request(String method, String path, Object body, String key) {
        var text = method.equals("GET") ? "" : JSON.writeValueAsString(body);
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .header("Idempotency-Key", key)
                .method(method, BodyPublishers.ofString(text));
        cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                .map(HttpCookie::getValue)
                .findFirst()
                .ifPresent(token -> request.header("X-XSRF-TOKEN", token));
        return request.build();
    }

    /** The drill ended before there was an answer. */
    static final class GivenUp extends RuntimeException {

        GivenUp(String what) {
            super(what);
        }
    }
}
