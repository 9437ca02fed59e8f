package io.tilth.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Chromium as a phone of four years ago on a train: a quarter of this machine's speed, 1.6 Mbit/s, 150 ms to and fro. It
 * is spoken to in its own DevTools protocol.
 */
final class SlowPhone implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final List<String> PLACES =
            List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");
    private static final int PATIENCE_SECONDS = 30;
    private static final double BYTES_A_SECOND = 1.6 * 1024 * 1024 / 8;

    /** Notes when the largest thing was painted; the page itself knows nothing of it. */
    private static final String WATCH = """
            window.painted = 0;
            new PerformanceObserver(list => list.getEntries().forEach(entry => { painted = entry.startTime; }))
                .observe({type: 'largest-contentful-paint', buffered: true});""";

    private final Process browser;
    private final WebSocket line;
    private final AtomicInteger number = new AtomicInteger();
    private final AtomicLong bytes = new AtomicLong();
    private final Map<Integer, CompletableFuture<JsonNode>> waiting = new ConcurrentHashMap<>();

    /**
     * @param useful milliseconds until the largest thing of the first screen was painted
     * @param bytes that came over the line
     */
    record Opened(double useful, long bytes) {}

    private SlowPhone(Process browser, URI address) {
        this.browser = browser;
        this.line =
                HTTP.newWebSocketBuilder().buildAsync(address, new Listener()).join();
    }

    static SlowPhone start(Path home) throws Exception {
        var chromium = PLACES.stream()
                .filter(place -> Files.isExecutable(Path.of(place)))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("There is no Chromium here; apt-get install chromium"));
        var browser = new ProcessBuilder(
                        chromium,
                        "--no-sandbox",
                        "--headless=new",
                        "--disable-gpu",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + home,
                        "--window-size=390,844",
                        "about:blank")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        var phone = new SlowPhone(browser, address(home.resolve("DevToolsActivePort")));
        phone.ask("Page.enable", Map.of());
        phone.ask("Network.enable", Map.of());
        phone.ask(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", 390, "height", 844, "deviceScaleFactor", 3, "mobile", true));
        phone.ask("Emulation.setCPUThrottlingRate", Map.of("rate", 4));
        phone.ask(
                "Network.emulateNetworkConditions",
                Map.of(
                        "offline",
                        false,
                        "latency",
                        150,
                        "downloadThroughput",
                        BYTES_A_SECOND,
                        "uploadThroughput",
                        BYTES_A_SECOND / 2));
        phone.ask("Page.addScriptToEvaluateOnNewDocument", Map.of("source", WATCH));
        return phone;
    }

    private static URI address(Path note) throws IOException, InterruptedException {
        for (int tries = 0; tries < 10 * PATIENCE_SECONDS && !Files.exists(note); tries++) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
        TimeUnit.MILLISECONDS.sleep(200); // until it is written to its end
        var port = Files.readAllLines(note).getFirst();
        var pages = HTTP.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/json"))
                        .build(),
                BodyHandlers.ofString());
        return JSON.readTree(pages.body())
                .valueStream()
                .filter(one -> one.path("type").asString("").equals("page"))
                .map(one -> URI.create(one.path("webSocketDebuggerUrl").asString()))
                .findFirst()
                .orElseThrow();
    }

    /** Forgets what it has seen, and who it is. */
    void forget() throws Exception {
        ask("Network.clearBrowserCache", Map.of());
        ask("Network.clearBrowserCookies", Map.of());
    }

    Opened open(URI page) throws Exception {
        ask("Page.navigate", Map.of("url", "about:blank"));
        bytes.set(0);
        ask("Page.navigate", Map.of("url", page.toString()));
        double painted = 0;
        double before;
        do { // until nothing larger comes for a second
            before = painted;
            TimeUnit.SECONDS.sleep(1);
            painted = ask("Runtime.evaluate", Map.of("expression", "window.painted"))
                    .at("/result/value")
                    .asDouble(0);
        } while (painted == 0 || painted != before);
        return new Opened(painted, bytes.get());
    }

    private JsonNode ask(String method, Map<String, ?> what) throws Exception {
        int id = number.incrementAndGet();
        var answer = new CompletableFuture<JsonNode>();
        waiting.put(id, answer);
        line.sendText(JSON.writeValueAsString(Map.of("id", id, "method", method, "params", what)), true)
                .join();
        return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    private final class Listener implements WebSocket.Listener {

        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                take(JSON.readTree(text.toString()));
                text.setLength(0);
            }
            socket.request(1);
            return CompletableFuture.completedStage(null);
        }

        private void take(JsonNode said) {
            if (said.path("method").asString("").equals("Network.loadingFinished")) {
                bytes.addAndGet((long) said.at("/params/encodedDataLength").asDouble(0));
            }
            var asked = waiting.remove(said.path("id").asInt(0));
            if (asked != null) {
                asked.complete(said.path("result"));
            }
        }
    }

    @Override
    public void close() throws InterruptedException {
        line.abort();
        browser.destroy();
        browser.waitFor(10, TimeUnit.SECONDS);
    }
}
