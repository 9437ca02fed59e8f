package io.tilth.kernel;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** Calls the server as a probe of a tenant of its own. */
public record Probing(int port, TenantId tenant, UUID account, String rights) {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final AtomicLong TENANTS =
            new AtomicLong(1_000_000 + ProcessHandle.current().pid() % 1000 * 1000);

    public static Probing on(int port, String rights) {
        return new Probing(port, new TenantId(TENANTS.incrementAndGet()), UUID.randomUUID(), rights);
    }

    public HttpResponse<String> get(String path, String... headers) {
        return send("GET", path, "", headers);
    }

    public HttpResponse<String> post(String path, String body, String... headers) {
        return send("POST", path, body, headers);
    }

    public HttpResponse<String> put(String path, String body, String... headers) {
        return send("PUT", path, body, headers);
    }

    public HttpResponse<String> delete(String path, String... headers) {
        return send("DELETE", path, "", headers);
    }

    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("X-Probe", tenant.value() + "/" + account + "/" + rights);
    }

    private HttpResponse<String> send(String method, String path, String body, String... headers) {
        var request = request(path)
                .header("Content-Type", "application/json")
                .header("Cookie", "XSRF-TOKEN=probe")
                .header("X-XSRF-TOKEN", "probe");
        if (headers.length > 0) {
            Stream.of(headers).map(header -> header.split(":", 2)).forEach(pair -> request.setHeader(pair[0], pair[1]));
        }
        try {
            return HTTP.send(
                    request.method(method, BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
