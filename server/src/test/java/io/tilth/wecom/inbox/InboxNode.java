package io.tilth.wecom.inbox;

import io.tilth.TilthApplication;
import io.tilth.kernel.TenantId;
import io.tilth.kernel.TenantVisits;
import io.tilth.kernel.postgres.TestDatabase;
import io.tilth.wecom.CallbackAddresses;
import io.tilth.wecom.CallbackAddresses.Issued;
import io.tilth.wecom.CompanyId;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;

/** A server in a process of its own, which can be killed as a power cut would. */
record InboxNode(Process process, int port, Optional<Issued> issued) {

    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

    /** @param tenant for whom the node issues an address before it is ready */
    static InboxNode start(TestDatabase database, Path folder, String name, Optional<TenantId> tenant)
            throws IOException {
        var ready = folder.resolve(name + ".port");
        Files.deleteIfExists(ready);
        var command = new ArrayList<>(List.of(
                JAVA.toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                InboxNode.class.getName(),
                ready.toString(),
                tenant.map(id -> Long.toString(id.value())).orElse(""),
                "--server.port=0"));
        database.asProperties().forEach((key, value) -> command.add("--" + key + "=" + value));
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve(name + ".log").toFile()))
                .start();
        Awaitility.await("the node; its log is in " + folder)
                .atMost(Duration.ofSeconds(120))
                .pollInterval(Duration.ofMillis(50))
                .failFast(() -> !process.isAlive())
                .until(() -> Files.exists(ready));
        var told = Files.readString(ready).split(" ");
        return new InboxNode(
                process,
                Integer.parseInt(told[0]),
                tenant.map(id -> new Issued(URI.create(told[1]), told[2], told[3])));
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Arguments: the file to tell the port in, the tenant who wants an address, then settings of the server. */
    public static void main(String... arguments) throws IOException {
        var settings = List.of(arguments).subList(2, arguments.length).toArray(String[]::new);
        var context = new SpringApplicationBuilder(TilthApplication.class, HearingConsumer.class)
                .profiles("test")
                .run(settings);
        var told = new StringBuilder()
                .append(((WebServerApplicationContext) context).getWebServer().getPort());
        if (!arguments[1].isEmpty()) {
            var addresses = context.getBean(CallbackAddresses.class);
            var issued = context.getBean(TenantVisits.class)
                    .system(TenantId.of(arguments[1]), () -> addresses.issue(CompanyId.next(), Correspondent.CORP));
            told.append(" %s %s %s".formatted(issued.url(), issued.token(), issued.aesKey()));
        }
        var ready = Path.of(arguments[0]);
        var written = Files.writeString(ready.resolveSibling(ready.getFileName() + ".new"), told);
        Files.move(written, ready, StandardCopyOption.ATOMIC_MOVE);
    }
}
