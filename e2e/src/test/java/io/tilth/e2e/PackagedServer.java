package io.tilth.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** The server as people run it: its own process from the packaged jar, the embedded database, the demo company. */
class PackagedServer implements AutoCloseable {

    private static final Path JAR = Path.of(System.getProperty("tilth.server.jar"));
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

    private final Path home;
    /** All that servers wrote, to be looked through in the end. */
    static final Path LOGS = Path.of("target", "logs");

    private final Path log;
    private final int port;
    private final Process process;

    private PackagedServer(Path home, Path log, int port, Process process) {
        this.home = home;
        this.log = log;
        this.port = port;
        this.process = process;
    }

    static PackagedServer start(Path home, String... settings) {
        return start(home, freePort(), settings);
    }

    static PackagedServer start(Path home, int port, String... settings) {
        return begin(home, port, port, settings).ready();
    }

    /** One of several on the same folder and database, the first of which keeps it; people come by another port. */
    static PackagedServer node(Path home, int port, int front, String... settings) {
        return begin(home, port, front, settings).ready();
    }

    private static PackagedServer begin(Path home, int port, int front, String... settings) {
        var command = new ArrayList<>(List.of(
                JAVA.toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-jar",
                JAR.toString(),
                "--spring.profiles.active=demo",
                "--server.port=" + port,
                "--tilth.public-url=http://localhost:" + front,
                "--tilth.home=" + home.toAbsolutePath()));
        command.addAll(List.of(settings));
        try {
            Files.createDirectories(home);
            Files.createDirectories(LOGS);
            var written = LOGS.resolve("%08x-%d.log".formatted(home.hashCode(), port));
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(written.toFile()))
                    .start();
            return new PackagedServer(home, written, port, process);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    String url(String path) {
        return "http://localhost:" + port + path;
    }

    int port() {
        return port;
    }

    /** As a power cut would: no goodbye. The database, a process of its own, lives on unless it is killed too. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Kills the database's first process; its children notice and go. */
    void killDatabase() throws IOException {
        var pid = Files.readAllLines(home.resolve("data/postmaster.pid"))
                .getFirst()
                .strip();
        ProcessHandle.of(Long.parseLong(pid)).ifPresent(ProcessHandle::destroyForcibly);
    }

    String log() {
        try {
            return Files.readString(log);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Asks it to stop, as Ctrl-C does. */
    Duration stop() throws InterruptedException {
        long begin = System.nanoTime();
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    @Override
    public void close() throws InterruptedException {
        stop();
        keepLogOfDatabase();
    }

    private void keepLogOfDatabase() {
        var written = home.resolve("postgres.log");
        try {
            if (Files.exists(written)) {
                var kept = log.getFileName().toString().replace(".log", "-postgres.log");
                Files.copy(written, LOGS.resolve(kept), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private PackagedServer ready() {
        Awaitility.await("the server to be ready; its log: " + log)
                .atMost(Duration.ofSeconds(120))
                .pollInterval(Duration.ofMillis(100))
                .failFast(() -> !process.isAlive())
                .ignoreExceptions()
                .until(() -> HttpClient.newHttpClient()
                                .send(
                                        HttpRequest.newBuilder(URI.create(url("/actuator/health/readiness")))
                                                .timeout(Duration.ofSeconds(2))
                                                .build(),
                                        BodyHandlers.discarding())
                                .statusCode()
                        == 200);
        return this;
    }

    static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
