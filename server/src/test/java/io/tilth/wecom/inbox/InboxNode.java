package io.tilth.wecom.inbox;

import io.tilth.TilthApplication;
import io.tilth.kernel.TenantId;
import io.tilth.kernel.TenantVisits;
import io.tilth.kernel.postgres.TestDatabase;
import io.tilth.wecom.CallbackAddresses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;

/** A server in a process of its own, which can be killed as a power cut would, on the database of the tests. */
record InboxNode(Process process, int port) {

    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

    static InboxNode start(Path folder, String name) throws IOException {
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
                "--server.port=0"));
        TestDatabase.shared().asProperties().forEach((key, value) -> command.add("--" + key + "=" + value));
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
        return new InboxNode(process, Integer.parseInt(Files.readString(ready)));
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Arguments: the file to tell the port in, then settings of the server. */
    public static void main(String... arguments) throws IOException {
        var context = new SpringApplicationBuilder(TilthApplication.class, HearingConsumer.class)
                .profiles("test")
                .run(List.of(arguments).subList(1, arguments.length).toArray(String[]::new));
        var port = ((WebServerApplicationContext) context).getWebServer().getPort();
        var ready = Path.of(arguments[0]);
        var written = Files.writeString(ready.resolveSibling(ready.getFileName() + ".new"), Integer.toString(port));
        Files.move(written, ready, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Issues an address by a server that lives only for it. */
    static Correspondent correspondent(TenantId tenant) {
        var settings = TestDatabase.shared().asProperties().entrySet().stream()
                .map(entry -> "--" + entry.getKey() + "=" + entry.getValue())
                .toArray(String[]::new);
        try (var context = new SpringApplicationBuilder(TilthApplication.class)
                .profiles("test")
                .properties("server.port=0")
                .run(settings)) {
            return Correspondent.of(
                    0, tenant, context.getBean(TenantVisits.class), context.getBean(CallbackAddresses.class));
        }
    }
}
