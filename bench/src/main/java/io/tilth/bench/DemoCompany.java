package io.tilth.bench;

import io.tilth.sandbox.Sandbox;
import io.tilth.sandbox.Seed;
import io.tilth.sandbox.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** The demo as its users know it: the company with its people and customers, and a WeCom to play with, here beside the load. */
record DemoCompany(Sandbox sandbox, BenchedServer server, Optional<BenchedServer> second) implements AutoCloseable {

    static final String CORP = "ww8c1f0e6b2a7d4953";

    private static final Duration QUIET = Duration.ofSeconds(6);
    private static final Duration LONGEST = Duration.ofMinutes(8);

    /**
     * @param nodes how many servers share the database; screens are open on the last
     * @param limits how often somebody may ask, where that is not as shipped
     */
    static DemoCompany open(Path home, int nodes, List<String> limits) throws Exception {
        var sandbox = Sandbox.start(Settings.forTest().with(Seed.demo()));
        var wecom = "http://localhost:" + sandbox.port();
        var phones = "http://127.0.0.1:" + sandbox.port();
        int port = BenchedServer.freePort();
        var settings = new ArrayList<>(List.of(
                "--spring.profiles.active=demo",
                "--tilth.public-url=http://localhost:" + port,
                "--tilth.reach-url=http://127.0.0.1:" + port,
                "--tilth.workbench-url=http://127.0.0.1:" + port,
                "--tilth.framed-by=" + phones,
                "--tilth.wecom.api-url=" + wecom,
                "--tilth.wecom.authorize-url=" + phones,
                "--tilth.wecom.script-url=" + phones + "/wwopen/js/jssdk.js",
                "--tilth.wecom.scan-url=" + wecom,
                "--tilth.wecom.install-url=" + wecom));
        settings.addAll(limits);
        var server = BenchedServer.start(home, port, settings);
        if (nodes < 2) {
            return new DemoCompany(sandbox, server, Optional.empty());
        }
        settings.add("--tilth.database.join=true");
        return new DemoCompany(
                sandbox, server, Optional.of(BenchedServer.start(home, BenchedServer.freePort(), settings)));
    }

    BenchedServer screensAt() {
        return second.orElse(server);
    }

    /** Processor time of all servers and of the database. */
    Duration used() throws IOException {
        return second.isPresent() ? server.used().plus(second.get().usedAlone()) : server.used();
    }

    /** Comes back when everybody is known, the month that lies behind the company is told, and nothing is left to do. */
    void settle() throws Exception {
        var asked = new AtomicLong(System.nanoTime());
        sandbox.platform().calls().watch(call -> asked.set(System.nanoTime()));
        long end = System.nanoTime() + LONGEST.toNanos();
        while (System.nanoTime() - asked.get() < QUIET.toNanos() || isBusy()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("The demo company does not come to rest.");
            }
            TimeUnit.MILLISECONDS.sleep(500);
        }
    }

    private boolean isBusy() throws Exception {
        return server.get("/open/bench/past").contains("true")
                || !server.get("/open/bench/waiting").equals("{\"waiting\":0}");
    }

    @Override
    public void close() throws InterruptedException {
        if (second.isPresent()) {
            second.get().close();
        }
        server.close();
        sandbox.close();
    }
}
