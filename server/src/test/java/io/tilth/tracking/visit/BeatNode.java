package io.tilth.tracking.visit;

import io.tilth.TilthApplication;
import io.tilth.customer.VisitorId;
import io.tilth.kernel.Ids;
import io.tilth.kernel.Secrets;
import io.tilth.kernel.TenantId;
import io.tilth.kernel.postgres.TestDatabase;
import io.tilth.tracking.ShareCode;
import io.tilth.tracking.ShareId;
import io.tilth.tracking.VisitId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;

/**
 * A server in a process of its own, which can be killed as a power cut would, on the database of the tests.
 *
 * @param beacon path to which a page of the tenant tells its beats
 * @param token what the beacon is sealed from
 */
record BeatNode(Process process, int port, String beacon, BeatToken token) {

    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

    static BeatNode start(Path folder, TenantId tenant) throws IOException {
        var ready = folder.resolve("beats.port");
        Files.deleteIfExists(ready);
        var command = new ArrayList<>(List.of(
                JAVA.toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                BeatNode.class.getName(),
                ready.toString(),
                Long.toString(tenant.value()),
                "--server.port=0"));
        TestDatabase.shared().asProperties().forEach((key, value) -> command.add("--" + key + "=" + value));
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("beats.log").toFile()))
                .start();
        Awaitility.await("the node; its log is in " + folder)
                .atMost(Duration.ofSeconds(120))
                .pollInterval(Duration.ofMillis(50))
                .failFast(() -> !process.isAlive())
                .until(() -> Files.exists(ready));
        var told = Files.readString(ready).split(" ");
        return new BeatNode(process, Integer.parseInt(told[0]), told[1], token(told[2], told[3]));
    }

    private static BeatToken token(String visit, String at) {
        return new BeatToken(
                VisitId.of(visit),
                ShareId.next(),
                Ids.next(),
                VisitorId.next(),
                Instant.ofEpochMilli(Long.parseLong(at)));
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Arguments: the file to tell the port and the beacon in, the tenant, then settings of the server. */
    public static void main(String... arguments) throws IOException {
        var settings = List.of(arguments).subList(2, arguments.length).toArray(String[]::new);
        var context = new SpringApplicationBuilder(TilthApplication.class)
                .profiles("test")
                .run(settings);
        var tenant = TenantId.of(arguments[1]);
        var token = token(
                VisitId.next().value().toString(), Long.toString(Instant.now().toEpochMilli()));
        var told = "%d /r/%s/beats?t=%s %s %d"
                .formatted(
                        ((WebServerApplicationContext) context).getWebServer().getPort(),
                        ShareCode.next(tenant).text(),
                        token.sealed(context.getBean(Secrets.class), tenant),
                        token.visit().value(),
                        token.at().toEpochMilli());
        var ready = Path.of(arguments[0]);
        var written = Files.writeString(ready.resolveSibling(ready.getFileName() + ".new"), told);
        Files.move(written, ready, StandardCopyOption.ATOMIC_MOVE);
    }
}
