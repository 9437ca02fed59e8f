package io.tilth.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/** What WeCom tells some companies of their customers, sealed and signed, and the same to doors that do less with it. */
final class CallbackNews {

    private static final int TENANTS = 8;
    private static final int FIRST_TENANT = 9_001;
    private static final int BARE_BYTES = 700;
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final BenchedServer server;
    private final List<Letters> addresses = new ArrayList<>();
    private final AtomicInteger said = new AtomicInteger();
    private final long now = Instant.now().getEpochSecond();

    CallbackNews(BenchedServer server) throws IOException, InterruptedException {
        this.server = server;
        for (int i = 0; i < TENANTS; i++) {
            addresses.add(Letters.of(post("/open/bench/tenants/" + (FIRST_TENANT + i))));
        }
    }

    /** To where WeCom sends them. Sealed beforehand, for sealing takes time; more are sealed if these run out. */
    IntFunction<byte[]> prepare(int count) {
        return prepare(count, "");
    }

    /** To a door that opens them and stores nothing. */
    IntFunction<byte[]> onlyOpened(int count) {
        return prepare(count, "/open/bench/opened");
    }

    /** To a door that opens nothing and stores a row with a commit each. */
    IntFunction<byte[]> bare() {
        var requests = new ArrayList<byte[]>();
        for (int i = 0; i < TENANTS; i++) {
            requests.add(Wire.post(
                    "/open/bench/bare/" + (FIRST_TENANT + i), "application/octet-stream", "x".repeat(BARE_BYTES)));
        }
        return number -> requests.get(number % TENANTS);
    }

    private IntFunction<byte[]> prepare(int count, String door) {
        var requests = new byte[count][];
        for (int i = 0; i < count; i++) {
            requests[i] = request(door);
        }
        return number -> number < count ? requests[number] : request(door);
    }

    /** Four in ten add a customer, with a welcome code; the others change one who was added before. */
    private byte[] request(String door) {
        int number = said.getAndIncrement();
        boolean adds = number % 10 < 4;
        int customer = adds ? number : number - number % 10 - 10 * (1 + number % 7) + number % 4;
        var message = """
                <xml><ToUserName><![CDATA[%s]]></ToUserName><FromUserName><![CDATA[sys]]></FromUserName>\
                <CreateTime>%d</CreateTime><MsgType><![CDATA[event]]></MsgType>\
                <Event><![CDATA[change_external_contact]]></Event><ChangeType><![CDATA[%s]]></ChangeType>\
                <UserID><![CDATA[member%d]]></UserID><ExternalUserID><![CDATA[wmbench%024d]]></ExternalUserID><Number>%d</Number>%s</xml>""".formatted(
                        BenchController.CORP,
                        now + number / 500,
                        adds ? "add_external_contact" : "edit_external_contact",
                        customer % 50,
                        Math.abs(customer),
                        number,
                        adds
                                ? "<State><![CDATA[bench]]></State><WelcomeCode><![CDATA[code%d]]></WelcomeCode>"
                                        .formatted(number)
                                : "");
        return addresses.get(Math.abs(customer) % TENANTS).request(door, message);
    }

    /** What became of them, tenant by tenant. */
    List<String> effects() throws IOException, InterruptedException {
        var effects = new ArrayList<String>();
        for (int i = 0; i < TENANTS; i++) {
            effects.add("tenant " + (FIRST_TENANT + i) + ": " + server.get("/open/bench/done/" + (FIRST_TENANT + i)));
        }
        return effects;
    }

    private String post(String path) throws IOException, InterruptedException {
        var answer = HTTP.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                        .POST(HttpRequest.BodyPublishers.noBody())
                        .build(),
                BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(path + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return answer.body();
    }
}
