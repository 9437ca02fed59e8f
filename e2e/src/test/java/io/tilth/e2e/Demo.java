package io.tilth.e2e;

import java.nio.file.Path;

/** One demo server for all journeys of this run; the people are those that the server prints when it starts. */
final class Demo {

    static final String PASSWORD = "tilth-demo-2026";

    private static final PackagedServer SERVER = start();

    private Demo() {}

    static PackagedServer server() {
        return SERVER;
    }

    static String url(String path) {
        return SERVER.url(path);
    }

    private static PackagedServer start() {
        var server = PackagedServer.start(
                Path.of("target", "demo-" + ProcessHandle.current().pid()));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try {
                server.stop();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }));
        return server;
    }
}
