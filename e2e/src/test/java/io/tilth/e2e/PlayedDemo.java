package io.tilth.e2e;

import io.tilth.sandbox.Sandbox;
import io.tilth.sandbox.Seed;
import io.tilth.sandbox.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The demo as {@code ./tilth demo} starts it: the server, and beside it a WeCom to play with. */
record PlayedDemo(Sandbox sandbox, PackagedServer server) implements AutoCloseable {

    private static @Nullable PlayedDemo shared;

    /** One for all journeys of this run that do not break it. */
    static synchronized PlayedDemo shared() {
        var known = shared;
        if (known == null) {
            known = start(Path.of("target", "played-" + ProcessHandle.current().pid()));
            Runtime.getRuntime().addShutdownHook(new Thread(known::close));
            shared = known;
        }
        return known;
    }

    static PlayedDemo start(Path home) {
        var sandbox = Sandbox.start(Settings.forTest().with(Seed.demo()));
        var wecom = "http://localhost:" + sandbox.port();
        // Another name of this machine: what members and customers open on the phones shares no cookie with the
        // console.
        var phones = "http://127.0.0.1:" + sandbox.port();
        int port = PackagedServer.freePort();
        var server = PackagedServer.start(
                home,
                port,
                "--tilth.reach-url=http://127.0.0.1:" + port,
                "--tilth.workbench-url=http://127.0.0.1:" + port,
                "--tilth.framed-by=" + phones,
                "--tilth.wecom.api-url=" + wecom,
                "--tilth.wecom.authorize-url=" + phones,
                "--tilth.wecom.script-url=" + phones + "/wwopen/js/jssdk.js",
                "--tilth.wecom.scan-url=" + wecom,
                "--tilth.wecom.install-url=" + wecom,
                // Whoever checks everything asks more often than people do.
                "--tilth.limits.account.per-second=1000",
                "--tilth.limits.tenant.per-second=5000",
                "--tilth.limits.address.per-second=5000");
        return new PlayedDemo(sandbox, server);
    }

    String phones() {
        return "http://127.0.0.1:" + sandbox.port() + "/phone/?member=ww8c1f0e6b2a7d4953:linxiao";
    }

    /** The first of a list whose field says this; what a demo fills in by and by is waited for. */
    static JsonNode first(Api api, String path, String field, String value) {
        return Awaitility.await(value)
                .atMost(Duration.ofSeconds(180)) // the first sync brings the members, the painter the pages
                .ignoreExceptions()
                .until(
                        () -> api.json(path)
                                .get("items")
                                .valueStream()
                                .filter(one -> one.get(field).asString().equals(value))
                                .findFirst()
                                .orElse(null),
                        Objects::nonNull);
    }

    static String id(Api api, String path, String field, String value) {
        return first(api, path, field, value).get("id").asString();
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        sandbox.close();
    }
}
