package io.tilth.drill.site;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A server as people run it: a process of its own from the packaged jar. It can be started any number of times. */
public final class Node {

    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");
    private static final Duration LONGEST_START = Duration.ofMinutes(5);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    private final String name;
    private final int port;
    private final Path log;
    private final List<String> settings;
    private volatile Path jar;
    private volatile Process process;

    Node(String name, int port, Path log, Path jar, List<String> settings) {
        this.name = name;
        this.port = port;
        this.log = log;
        this.jar = jar;
        this.settings = settings;
    }

    private List<String> command() {
        var command = new ArrayList<>(List.of(
                JAVA.toString(),
                "-Xmx256m",
                "-Xss512k",
                "-XX:+UseSerialGC",
                "-XX:+UseCompactObjectHeaders",
                "-XX:+ExitOnOutOfMemoryError",
                "-jar",
                jar.toString(),
                "--server.port=" + port));
        command.addAll(settings);
        return command;
    }

    /** What it is started from the next time. */
    void change(Path version) {
        jar = version;
    }

    public String name() {
        return name;
    }

    /** Comes back when it answers. */
    public void start() throws IOException, InterruptedException {
        process = new ProcessBuilder(command())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        long end = System.nanoTime() + LONGEST_START.toNanos();
        while (!answers()) {
            if (System.nanoTime() > end || !process.isAlive()) {
                throw new IllegalStateException("The " + name + " did not start; it wrote " + log);
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }

    public boolean isAlive() {
        return process != null && process.isAlive();
    }

    /** As a power cut would: no goodbye. */
    public void kill() throws InterruptedException {
        if (process != null) {
            process.destroyForcibly().waitFor();
        }
    }

    /** Asks it to stop, as Ctrl-C does. */
    public void stop() throws InterruptedException {
        if (process != null) {
            process.destroy();
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        }
    }

    /** It keeps its connections and answers nothing. */
    public void freeze() throws IOException, InterruptedException {
        signal("-STOP");
    }

    public void thaw() throws IOException, InterruptedException {
        signal("-CONT");
    }

    private void signal(String what) throws IOException, InterruptedException {
        new ProcessBuilder("kill", what, Long.toString(process.pid())).start().waitFor();
    }

    private boolean answers() throws InterruptedException {
        try {
            var question = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/actuator/health/readiness"))
                    .timeout(Duration.ofSeconds(2))
                    .build();
            return HTTP.send(question, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }
}
