package io.tilth.guard.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Base64;

/** Calls the server, signed out or as whoever the probe's door is told. */
record Client(int port) {

    static final String NOBODY = "";

    /** How callers begin who show an API key. */
    static final String KEY = "Bearer ";

    private static final String FILE = """
            --guard\r
            Content-Disposition: form-data; name="file"; filename="guard.png"\r
            Content-Type: image/png\r
            \r
            """;

    /** One pixel. */
    private static final byte[] PICTURE = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /**
     * Calls an operation with its path filled in; one that takes a file gets a small one in place of the body.
     *
     * @param caller {@code tenant/account/right,right…}
     */
    HttpResponse<String> call(Operation operation, String path, String body, String caller) {
        return operation.takesFile()
                ? send(
                        operation.method(),
                        path,
                        "multipart/form-data; boundary=guard",
                        BodyPublishers.ofByteArray(file()),
                        caller)
                : call(operation.method(), path, body, caller);
    }

    HttpResponse<String> call(String method, String path, String body, String caller) {
        return send(
                method,
                path,
                "application/json",
                body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body),
                caller);
    }

    private static byte[] file() {
        var file = new ByteArrayOutputStream();
        file.writeBytes(FILE.getBytes(UTF_8));
        file.writeBytes(PICTURE);
        file.writeBytes("\r\n--guard--\r\n".getBytes(UTF_8));
        return file.toByteArray();
    }

    private HttpResponse<String> send(String method, String path, String type, BodyPublisher body, String caller) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", type)
                .header("Accept-Language", "en")
                .header("Cookie", "XSRF-TOKEN=guard")
                .header("X-XSRF-TOKEN", "guard")
                .method(method, body);
        if (caller.startsWith(KEY)) {
            request.header("Authorization", caller);
        } else if (!caller.equals(NOBODY)) {
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
