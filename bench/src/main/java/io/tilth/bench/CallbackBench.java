package io.tilth.bench;

import io.tilth.bench.Load.Result;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/**
 * Callbacks from another process, signed and encrypted, in turn with a bare endpoint of the same server that makes one
 * commit per request. What is compared ran within the same minute.
 */
final class CallbackBench {

    private static final int TENANTS = 8;
    private static final int FIRST_TENANT = 9_001;
    private static final int SECONDS = Integer.getInteger("tilth.bench.seconds", 5);
    private static final int[] CONNECTIONS = {8, 32, 64};
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final BenchedServer server;
    private final List<Letters> addresses = new ArrayList<>();
    private final AtomicInteger said = new AtomicInteger();
    private final long now = Instant.now().getEpochSecond();

    CallbackBench(BenchedServer server) {
        this.server = server;
    }

    void run() throws IOException, InterruptedException {
        for (int i = 0; i < TENANTS; i++) {
            addresses.add(Letters.of(post("/open/bench/tenants/" + (FIRST_TENANT + i))));
        }
        System.out.printf(
                "%d processors, load average before %.1f; %d tenants; runs of %d s%n",
                Runtime.getRuntime().availableProcessors(), loadAverage(), TENANTS, SECONDS);
        System.out.println("warming up …");
        bare(32, SECONDS);
        callbacks(32, 2 * SECONDS);
        drain();
        ratios();
        rates();
        processed();
        System.out.printf("load average after %.1f%n", loadAverage());
        tellOfEffects();
    }

    private void ratios() throws IOException, InterruptedException {
        System.out.println("stored, each connection sending as fast as it is answered:");
        for (int connections : CONNECTIONS) {
            var before = server.used();
            var bare = bare(connections, SECONDS);
            var between = server.used();
            long begin = System.nanoTime();
            var callbacks = callbacks(connections, SECONDS);
            drain();
            double seconds = (System.nanoTime() - begin) / 1e9;
            var after = server.used();
            System.out.printf("  %2d connections  bare      %s  %s%n", connections, bare, each(before, between, bare));
            System.out.printf(
                    "                  callbacks %s  %s with working off%n",
                    callbacks, each(between, after, callbacks));
            System.out.printf(
                    "                  = %.2f of bare; all worked off at %,.0f/s%n",
                    callbacks.perSecond() / bare.perSecond(), callbacks.answered() / seconds);
        }
    }

    /** Processor time of server and database together for each. */
    private static String each(Duration before, Duration after, Result result) {
        return "%,.0f µs of processor each".formatted(after.minus(before).toNanos() / 1e3 / result.answered());
    }

    private void rates() throws IOException, InterruptedException {
        System.out.println("stored at a given rate, 64 connections, time from when each was due:");
        for (int rate : new int[] {500, 1_000, 1_500, 2_000, 2_500, 3_000, 4_000, 5_000}) {
            var prepared = prepare(rate * SECONDS);
            var result = new Load(server.port(), prepared).open(64, rate, SECONDS);
            drain();
            System.out.printf("  %,5d/s: %s%n", rate, result);
            if (result.perSecond() < 0.9 * rate || result.p99() > 1_000) {
                break;
            }
        }
    }

    /** The rate at which nothing piles up: what comes in is worked off while it comes. */
    private void processed() throws IOException, InterruptedException {
        System.out.println("fully worked off, sustained:");
        for (int rate : new int[] {500, 1_000, 1_500, 2_000, 2_500, 3_000}) {
            var prepared = prepare(rate * 2 * SECONDS);
            long begin = System.nanoTime();
            var result = new Load(server.port(), prepared).open(64, rate, 2 * SECONDS);
            long left = waiting();
            drain();
            double seconds = (System.nanoTime() - begin) / 1e9;
            System.out.printf(
                    "  %,5d/s: %s; %,d left at the end, all done at %,.0f/s%n",
                    rate, result, left, result.answered() / seconds);
            if (result.answered() / seconds < 0.8 * rate) {
                break;
            }
        }
    }

    private Result bare(int connections, int seconds) throws InterruptedException {
        var requests = new ArrayList<byte[]>();
        for (int i = 0; i < TENANTS; i++) {
            requests.add(
                    Wire.post("/open/bench/bare/" + (FIRST_TENANT + i), "application/octet-stream", "x".repeat(700)));
        }
        return new Load(server.port(), number -> requests.get(number % TENANTS)).closed(connections, seconds);
    }

    private Result callbacks(int connections, int seconds) throws InterruptedException {
        return new Load(server.port(), prepare(12_000 * seconds / 2)).closed(connections, seconds);
    }

    /** Sealed beforehand, so that sealing takes no time from what is measured; more are sealed if these run out. */
    private IntFunction<byte[]> prepare(int count) {
        var requests = new byte[count][];
        for (int i = 0; i < count; i++) {
            requests[i] = request();
        }
        return number -> number < count ? requests[number] : request();
    }

    /** Four in ten add a customer, with a welcome code; the others change one who was added before. */
    private byte[] request() {
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
        return addresses.get(Math.abs(customer) % TENANTS).request(message);
    }

    private void drain() throws IOException, InterruptedException {
        while (waiting() > 0) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    private long waiting() throws IOException, InterruptedException {
        return Long.parseLong(server.get("/open/bench/waiting").replaceAll("\\D", ""));
    }

    private void tellOfEffects() throws IOException, InterruptedException {
        for (int i = 0; i < TENANTS; i++) {
            System.out.println(
                    "tenant " + (FIRST_TENANT + i) + ": " + server.get("/open/bench/done/" + (FIRST_TENANT + i)));
        }
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

    private static double loadAverage() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }
}
