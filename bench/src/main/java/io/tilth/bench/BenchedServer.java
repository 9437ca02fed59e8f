package io.tilth.bench;

import io.tilth.TilthApplication;
import java.io.IOException;
import java.io.StringReader;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;

/**
 * The server in a process of its own, with the options of the launcher and its embedded database on disk. It has one more
 * door than usual: {@link BenchController}.
 */
final class BenchedServer implements AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String KEY = "YmVuY2gtYmVuY2gtYmVuY2gtYmVuY2gtYmVuY2gtMTI=";

    private static final Duration LONGEST_START = Duration.ofMinutes(4);

    private final Process process;
    private final int port;
    private final Path home;

    private BenchedServer(Process process, int port, Path home) {
        this.process = process;
        this.port = port;
        this.home = home;
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    static BenchedServer start(Path home, int port, List<String> settings) throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = new ArrayList<>(List.of(
                java,
                "-Xmx256m",
                "-Xss512k",
                "-XX:+UseSerialGC",
                "-XX:+UseCompactObjectHeaders",
                "-Dloader.main=" + BenchedServer.class.getName(),
                "-cp",
                System.getProperty("java.class.path"),
                "org.springframework.boot.loader.launch.PropertiesLauncher",
                "--server.port=" + port,
                "--tilth.home=" + home,
                "--tilth.encryption-key=" + KEY,
                "--logging.level.root=error"));
        command.addAll(settings);
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log(home, port).toFile())
                .start();
        var server = new BenchedServer(process, port, home);
        server.awaitReady();
        return server;
    }

    /** One machine plays thousands of readers, so nobody's share is counted. */
    static List<String> unlimited() {
        return Stream.of("address", "visitor", "account", "key", "tenant")
                .flatMap(whose -> Stream.of("per-second", "burst")
                        .map(limit -> "--tilth.limits.%s.%s=1000000".formatted(whose, limit)))
                .toList();
    }

    /** The database as its superuser, whom no policy binds. */
    Connection database() throws IOException, SQLException {
        var passwords = new Properties();
        passwords.load(new StringReader(Files.readString(home.resolve("passwords.properties"))));
        var port =
                Files.readAllLines(home.resolve("data/postmaster.pid")).get(3).strip();
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:%s/tilth?reWriteBatchedInserts=true".formatted(port),
                "postgres",
                passwords.getProperty("superuser"));
    }

    /** As {@link #used}, without the database. */
    Duration usedAlone() {
        return process.toHandle().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** Memory that the server holds, in kilobytes, without its database. */
    long memory() throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                .findFirst()
                .orElse(0);
    }

    /** The server's own process begins here. */
    public static void main(String[] arguments) {
        SpringApplication.run(TilthApplication.class, arguments);
    }

    int port() {
        return port;
    }

    String get(String path) throws IOException, InterruptedException {
        return HTTP.send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                                .build(),
                        BodyHandlers.ofString())
                .body();
    }

    /** Processor time that the server and its database have used so far; other programs' load leaves it nearly as it is. */
    Duration used() throws IOException {
        var postmaster = Long.parseLong(Files.readAllLines(home.resolve("data/postmaster.pid"))
                .getFirst()
                .strip());
        return Stream.concat(
                        Stream.of(process.toHandle()),
                        ProcessHandle.of(postmaster).stream()
                                .flatMap(first -> Stream.concat(Stream.of(first), first.descendants())))
                .flatMap(one -> one.info().totalCpuDuration().stream())
                .reduce(Duration.ZERO, Duration::plus);
    }

    private void awaitReady() throws InterruptedException {
        long end = System.nanoTime() + LONGEST_START.toNanos();
        while (!isReady()) {
            if (System.nanoTime() > end || !process.isAlive()) {
                throw new IllegalStateException("The server did not start; it wrote " + log(home, port));
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    private boolean isReady() throws InterruptedException {
        try {
            return get("/actuator/health/readiness").contains("UP");
        } catch (IOException notYet) {
            return false;
        }
    }

    private static Path log(Path home, int port) {
        return home.resolveSibling(home.getFileName() + "-" + port + ".log");
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }
}
