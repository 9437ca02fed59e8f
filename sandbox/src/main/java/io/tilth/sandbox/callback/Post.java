package io.tilth.sandbox.callback;

import io.tilth.sandbox.callback.Delivered.Try;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Carries sealed messages over HTTP, with the platform's patience: five seconds, for checking an address one. */
final class Post {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration CHECK = Duration.ofSeconds(1);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .connectTimeout(PATIENCE)
            .build();

    Try send(Destination to, String xml, long seconds) {
        var at = Instant.now();
        try {
            String cipher = to.crypt().encrypt(xml);
            var request = HttpRequest.newBuilder(address(to, cipher, seconds, ""))
                    .timeout(PATIENCE)
                    .header("Content-Type", "text/xml; charset=UTF-8")
                    .POST(HttpRequest.BodyPublishers.ofString(to.envelope(cipher)))
                    .build();
            // The whole answer within the time: the client's own patience ends with its head.
            int status = http.sendAsync(request, HttpResponse.BodyHandlers.discarding())
                    .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                    .statusCode();
            return new Try(at, status, millisSince(at), "");
        } catch (ExecutionException | TimeoutException | IllegalArgumentException e) {
            return new Try(at, 0, millisSince(at), problem(e.getCause() instanceof Exception cause ? cause : e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Try(at, 0, millisSince(at), "interrupted");
        }
    }

    /** Asks the address to decrypt a word; empty when it did, else what is wrong. */
    Optional<String> check(Destination to, long seconds) {
        String word = Long.toUnsignedString(ThreadLocalRandom.current().nextLong());
        try {
            String cipher = to.crypt().encrypt(word);
            var request = HttpRequest.newBuilder(address(to, cipher, seconds, cipher))
                    .timeout(CHECK)
                    .build();
            var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                return Optional.of("answered " + answer.statusCode());
            }
            return answer.body().equals(word) ? Optional.empty() : Optional.of("answered something else");
        } catch (IOException | IllegalArgumentException e) {
            return Optional.of(problem(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of("interrupted");
        }
    }

    private static URI address(Destination to, String cipher, long seconds, String echo) {
        String nonce = Long.toString(ThreadLocalRandom.current().nextLong(1_000_000_000L, 9_999_999_999L));
        String timestamp = Long.toString(seconds);
        String query = "msg_signature=" + to.crypt().sign(timestamp, nonce, cipher) + "&timestamp=" + timestamp
                + "&nonce=" + nonce
                + (echo.isEmpty() ? "" : "&echostr=" + URLEncoder.encode(echo, StandardCharsets.UTF_8));
        return URI.create(to.url() + (to.url().contains("?") ? "&" : "?") + query);
    }

    private static String problem(Exception e) {
        return e.getClass().getSimpleName() + (e.getMessage() == null ? "" : ": " + e.getMessage());
    }

    private static long millisSince(Instant at) {
        return Duration.between(at, Instant.now()).toMillis();
    }
}
