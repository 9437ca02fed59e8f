package io.tilth.bench;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;

/** A page that is open on a phone: it was found by its link, through WeChat's question who is there, and tells beats. */
final class Reader {

    private static final String WECHAT = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) MicroMessenger/8.0.49";
    private static final String BROWSER = "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Safari/605.1.15";
    private static final Pattern BEACON = Pattern.compile("data-beacon=\"([^\"]+)\"");
    private static final Pattern HAND = Pattern.compile("data-hand=\"([^\"]+)\"");
    private static final int MOST_REDIRECTS = 8;
    private static final Executor THREADS = Executors.newVirtualThreadPerTaskExecutor();
    private static final HttpClient BEATS =
            HttpClient.newBuilder().executor(THREADS).build();

    private final URI beacon;
    private final URI hand;
    private final String load;
    private int number;

    private Reader(URI beacon, URI hand, String load) {
        this.beacon = beacon;
        this.hand = hand;
        this.load = load;
    }

    /** @param who a person as the sandbox names them, {@code person:…} */
    static Reader open(URI link, String who, String load) throws IOException, InterruptedException {
        try (var http = HttpClient.newBuilder()
                .executor(THREADS)
                .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
                .build()) {
            var to = link;
            for (int i = 0; i < MOST_REDIRECTS; i++) {
                var answer = get(http, to.getPath().contains("oauth2") ? held(to, who) : to);
                if (answer.statusCode() == 200) {
                    return of(to, answer.body(), load);
                }
                to = to.resolve(answer.headers().firstValue("Location").orElseThrow());
            }
            throw new IllegalStateException("Led around in a circle, at last to " + to);
        }
    }

    /** A page that a stranger has opened in a browser, whom nobody can ask who they are. */
    static Reader stranger(URI link) throws IOException, InterruptedException {
        var answer = BEATS.send(
                HttpRequest.newBuilder(link).header("User-Agent", BROWSER).build(), BodyHandlers.ofString());
        return of(link, answer.body(), UUID.randomUUID().toString());
    }

    private static Reader of(URI address, String page, String load) {
        return new Reader(address.resolve(found(BEACON, page)), address.resolve(found(HAND, page)), load);
    }

    URI beacon() {
        return beacon;
    }

    /** The reader's own address of what they read: whoever opens it got it from them. */
    URI hand() {
        return hand;
    }

    /** Five seconds of reading; whether the server has acknowledged them. */
    boolean beat() throws IOException, InterruptedException {
        var body = "{\"v\":\"%s\",\"b\":[{\"n\":%d,\"at\":%d,\"k\":\"beat\",\"s\":5,\"d\":30,\"p\":null,\"x\":true}]}"
                .formatted(load, ++number, 5_000L * number);
        return BEATS.send(
                                HttpRequest.newBuilder(beacon)
                                        .timeout(Duration.ofSeconds(30))
                                        .header("Content-Type", "text/plain;charset=UTF-8")
                                        .POST(BodyPublishers.ofString(body))
                                        .build(),
                                BodyHandlers.discarding())
                        .statusCode()
                == 204;
    }

    void insist() throws IOException, InterruptedException {
        if (!beat()) {
            throw new IllegalStateException("A beat was not acknowledged.");
        }
    }

    private static HttpResponse<String> get(HttpClient http, URI address) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(address).header("User-Agent", WECHAT).build(), BodyHandlers.ofString());
    }

    /** The question who holds the phone, with the answer; what stands behind the # is for WeChat alone. */
    private static URI held(URI question, String who) {
        return URI.create(question.toString().replaceFirst("#.*", "") + "&who=" + who);
    }

    private static String found(Pattern what, String page) {
        var found = what.matcher(page);
        if (!found.find()) {
            throw new IllegalStateException(
                    "A page without " + what + ": " + page.substring(0, Math.min(300, page.length())));
        }
        return HtmlUtils.htmlUnescape(found.group(1));
    }
}
