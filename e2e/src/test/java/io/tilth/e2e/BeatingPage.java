package io.tilth.e2e;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;
import java.util.regex.Pattern;

/** A page that somebody reads in a browser, and that tells so. What is not acknowledged it does not tell again. */
final class BeatingPage {

    static final int SECONDS = 5;

    private static final Pattern BEACON = Pattern.compile("data-beacon=\"([^\"]+)\"");
    private static final String BROWSER = "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Safari/605.1.15";

    private final HttpClient http = HttpClient.newHttpClient();
    private final String load = UUID.randomUUID().toString();
    private final URI beacon;
    private int number;
    private int acknowledged;
    private String lastAnswer = "none";

    BeatingPage(URI link) throws IOException, InterruptedException {
        var page = http.send(
                HttpRequest.newBuilder(link).header("User-Agent", BROWSER).build(), BodyHandlers.ofString());
        var found = BEACON.matcher(page.body());
        if (!found.find()) {
            throw new IOException("A page without a beacon, status " + page.statusCode());
        }
        beacon = link.resolve(found.group(1).replace("&#x3D;", "=").replace("&amp;", "&"));
    }

    /** Five more seconds of reading. */
    void beat() throws InterruptedException {
        var body = "{\"v\":\"%s\",\"b\":[{\"n\":%d,\"at\":%d,\"k\":\"beat\",\"s\":%d,\"d\":30,\"p\":null,\"x\":true}]}"
                .formatted(load, ++number, (SECONDS + 1) * 1_000L * number, SECONDS);
        try {
            var answer = http.send(
                    HttpRequest.newBuilder(beacon)
                            .timeout(Duration.ofSeconds(10))
                            .POST(BodyPublishers.ofString(body))
                            .build(),
                    BodyHandlers.discarding());
            acknowledged += answer.statusCode() == 204 ? 1 : 0;
            lastAnswer = "status " + answer.statusCode();
        } catch (IOException killed) {
            lastAnswer = killed.toString();
        }
    }

    String lastAnswer() {
        return lastAnswer;
    }

    int acknowledged() {
        return acknowledged;
    }
}
