package io.tilth.drill.load;

import io.tilth.drill.check.Told.Beat;
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
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A page that is open on a phone or in a browser. What it told and nobody acknowledged it tells again, as the real one does. */
final class Reader {

    private static final String WECHAT = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) MicroMessenger/8.0.49";
    private static final String BROWSER = "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Safari/605.1.15";
    private static final Pattern BEACON = Pattern.compile("data-beacon=\"([^\"]+)\"");
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int MOST_REDIRECTS = 8;
    private static final int MOST_AT_ONCE = 100;
    private static final int SECONDS = 2;
    private static final Executor THREADS = Executors.newVirtualThreadPerTaskExecutor();
    private static final HttpClient BEATS =
            HttpClient.newBuilder().executor(THREADS).build();

    private final URI beacon;
    private final String share;
    private final int page;
    private final Ledger ledger;
    private final String load = UUID.randomUUID().toString();
    private final long opened = System.nanoTime();
    private final List<Untold> untold = new ArrayList<>();
    private List<Untold> first = List.of();
    private int number;

    private Reader(URI beacon, String share, int page, Ledger ledger) {
        this.beacon = beacon;
        this.share = share;
        this.page = page;
        this.ledger = ledger;
    }

    /** The link, and by which of the pages of a document the reader's beats are told from those of others. */
    record Link(URI address, String share, int page) {}

    /** A friend within WeChat, who is asked who they are. */
    static Reader friend(Link link, String person, Ledger ledger) throws IOException, InterruptedException {
        return open(link, WECHAT, "person:" + person, ledger);
    }

    static Reader stranger(Link link, Ledger ledger) throws IOException, InterruptedException {
        return open(link, BROWSER, "", ledger);
    }

    private static Reader open(Link link, String browser, String who, Ledger ledger)
            throws IOException, InterruptedException {
        try (var http = HttpClient.newBuilder()
                .executor(THREADS)
                .connectTimeout(PATIENCE)
                .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
                .build()) {
            var to = link.address();
            for (int i = 0; i < MOST_REDIRECTS; i++) {
                var answer = get(http, to.getPath().contains("oauth2") ? held(to, who) : to, browser);
                if (answer.statusCode() == 200) {
                    return new Reader(to.resolve(beacon(answer.body())), link.share(), link.page(), ledger);
                }
                var where = answer.headers().firstValue("Location");
                to = to.resolve(where.orElseThrow(() -> new IOException("status " + answer.statusCode())));
            }
            throw new IOException("Led around in a circle, at last to " + to);
        }
    }

    /** Some more reading, told with all that was not heard yet; whether everything has been by now. */
    boolean reads() throws InterruptedException {
        number++;
        var beat = new Untold(new Beat(share, page, number), number, (System.nanoTime() - opened) / 1_000_000);
        first = first.isEmpty() ? List.of(beat) : first;
        untold.add(beat);
        return tells();
    }

    boolean tells() throws InterruptedException {
        var now = List.copyOf(untold.subList(0, Math.min(MOST_AT_ONCE, untold.size())));
        if (!now.isEmpty() && say(now)) {
            untold.subList(0, now.size()).clear();
        }
        return untold.isEmpty();
    }

    /** As a page does whose answer was lost: says again what was heard long ago. */
    boolean repeats() throws InterruptedException {
        return !first.isEmpty() && say(first);
    }

    private boolean say(List<Untold> some) throws InterruptedException {
        var beats = some.stream().map(Untold::beat).toList();
        ledger.says(beats);
        var body = some.stream()
                .map(Untold::json)
                .collect(Collectors.joining(",", "{\"v\":\"" + load + "\",\"b\":[", "]}"));
        try {
            var request = HttpRequest.newBuilder(beacon)
                    .header("Content-Type", "text/plain;charset=UTF-8")
                    .POST(BodyPublishers.ofString(body))
                    .build();
            int status = Line.ask(BEATS, request, BodyHandlers.discarding()).statusCode();
            if (status == 204) {
                ledger.heard(beats);
            } else if (status < 500 && status != 429) {
                ledger.surprise("a beat was answered with " + status);
            }
            return status == 204;
        } catch (IOException unheard) {
            return false;
        }
    }

    private static HttpResponse<String> get(HttpClient http, URI address, String browser)
            throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(address).header("User-Agent", browser).build();
        return Line.ask(http, request, BodyHandlers.ofString());
    }

    /** The question who holds the phone, with the answer; what stands behind the # is for WeChat alone. */
    private static URI held(URI question, String who) {
        return URI.create(question.toString().replaceFirst("#.*", "") + "&who=" + who);
    }

    private static String beacon(String page) throws IOException {
        var found = BEACON.matcher(page);
        if (!found.find()) {
            throw new IOException("A page without a beacon");
        }
        return found.group(1).replace("&#x3D;", "=").replace("&amp;", "&");
    }

    private record Untold(Beat beat, int number, long at) {

        String json() {
            return "{\"n\":%d,\"at\":%d,\"k\":\"beat\",\"s\":%d,\"d\":%d,\"p\":%d,\"x\":true}"
                    .formatted(number, at, SECONDS, beat.depth(), beat.page());
        }
    }
}
