package io.tilth.kernel.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.tilth.ServerTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What the server tells every browser, whatever it asked for. */
@ServerTest
class EdgeTest {

    @LocalServerPort
    int port;

    @Test
    void tellsBrowsersNotToGuessFrameOrLeak() throws Exception {
        var answer = send("GET", "/api/v1/session");

        assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(answer, "X-Frame-Options")).isEqualTo("DENY");
        assertThat(header(answer, "Referrer-Policy")).isEqualTo("same-origin");
        assertThat(header(answer, "Permissions-Policy")).contains("camera=()");
        assertThat(header(answer, "Cache-Control")).contains("no-store");
        assertThat(header(answer, "X-Request-Id")).hasSize(8);
    }

    @Test
    void letsPagesRunOnlyWhatCarriesThisAnswersNonce() throws Exception {
        var first = nonce(send("GET", "/api/v1/session"));
        var second = nonce(send("GET", "/api/v1/session"));
        var policy = header(send("GET", "/api/v1/session"), "Content-Security-Policy");

        assertThat(first).isNotEqualTo(second);
        assertThat(policy)
                .contains("default-src 'self'", "object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'")
                .doesNotContain("unsafe-eval", "*", "script-src 'unsafe-inline'", "style-src 'unsafe-inline'");
    }

    @Test
    void invitesNoOtherOrigin() throws Exception {
        var answer = send("OPTIONS", "/api/v1/session", "Origin", "https://evil.example");
        var plain = send("GET", "/api/v1/session", "Origin", "https://evil.example");

        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
        assertThat(plain.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
    }

    @Test
    void refusesAWriteWithoutItsToken() throws Exception {
        var forged = send("POST", "/api/v1/session", "Content-Type", "application/json");

        assertThat(forged.statusCode()).isEqualTo(403);
        assertThat(forged.body()).contains("/problems/forged", "requestId");
    }

    @Test
    void tracesNothingAndListsNothing() throws Exception {
        assertThat(send("TRACE", "/api/v1/session").statusCode()).isGreaterThanOrEqualTo(400);
        assertThat(send("GET", "/actuator").statusCode()).isEqualTo(404);
        assertThat(send("GET", "/assets/").statusCode()).isEqualTo(404);
    }

    @Test
    void promisesNoHttpsWhereThereIsNone() throws Exception {
        assertThat(send("GET", "/api/v1/session").headers().firstValue("Strict-Transport-Security"))
                .isEmpty();
    }

    private HttpResponse<String> send(String method, String path, String... headers)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request.method(method, BodyPublishers.noBody()).build(), BodyHandlers.ofString());
        }
    }

    private static String nonce(HttpResponse<String> answer) {
        var found = Pattern.compile("'nonce-([^']+)'").matcher(header(answer, "Content-Security-Policy"));
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
