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

    private static final String FILE = """
            --guard\r
            Content-Disposition: form-data; name="file"; filename="guard.txt"\r
            Content-Type: text/plain\r
            \r
            guard\r
            --guard--\r
            """;

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /**
     * Calls an operation with its path filled in; one that takes a file gets a small one in place of the body.
     *
     * @param caller {@code tenant/account/right,right…}
     */
    HttpResponse<String> call(Operation operation, String path, String body, String caller) {
        return operation.takesFile()
                ? send(operation.method(), path, "multipart/form-data; boundary=guard", FILE, caller)
                : call(operation.method(), path, body, caller);
    }

    HttpResponse<String> call(String method, String path, String body, String caller) {
        return send(method, path, "application/json", body, caller);
    }

    private HttpResponse<String> send(String method, String path, String type, String body, String caller) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", type)
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
