package io.tilth.guard.http;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Calls the server, signed out or as whoever the probe's door is told. */
record Client(int port) {

    static final String NOBODY = "";

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** @param caller {@code tenant/account/right,right…} */
    HttpResponse<String> call(String method, String path, String body, String caller) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/json")
                .header("Accept-Language", "en")
                .header("Cookie", "XSRF-TOKEN=guard")
                .header("X-XSRF-TOKEN", "guard")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!caller.equals(NOBODY)) {
            request.header("X-Probe", caller);
        }
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new IllegalStateException(method + " " + path, failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
