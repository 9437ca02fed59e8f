package io.tilth.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** nginx with what docs/operations hands to operators, on a port and in a folder of its own. */
final class Nginx implements AutoCloseable {

    private static final Path HANDED_OUT = Path.of("..", "docs", "operations", "nginx-tilth.conf")
            .toAbsolutePath()
            .normalize();

    private final Process process;
    private final int port;

    private Nginx(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static boolean isHere() {
        return program().isPresent();
    }

    static Nginx before(List<Integer> nodes, Path folder) throws IOException {
        Files.createDirectories(folder);
        int port = PackagedServer.freePort();
        var servers = nodes.stream()
                .map("server 127.0.0.1:%d max_fails=1 fail_timeout=2s;"::formatted)
                .collect(Collectors.joining(" "));
        var configuration =
                Files.writeString(folder.resolve("nginx.conf"), """
                daemon off;
                worker_processes 1;
                pid %1$s/nginx.pid;
                error_log %1$s/error.log;
                events { worker_connections 1024; }
                http {
                    access_log off;
                    client_body_temp_path %1$s/body;
                    proxy_temp_path %1$s/proxy;
                    fastcgi_temp_path %1$s/fastcgi;
                    uwsgi_temp_path %1$s/uwsgi;
                    scgi_temp_path %1$s/scgi;
                    upstream tilth { %2$s keepalive 16; }
                    server { listen 127.0.0.1:%3$d; listen [::1]:%3$d; include %4$s; }
                }
                """.formatted(folder, servers, port, HANDED_OUT));
        var process = new ProcessBuilder(
                        program().orElseThrow().toString(), "-p", folder.toString(), "-c", configuration.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("nginx.log").toFile())
                .start();
        Awaitility.await("nginx")
                .failFast(() -> !process.isAlive())
                .until(() -> Files.exists(folder.resolve("nginx.pid")));
        return new Nginx(process, port);
    }

    int port() {
        return port;
    }

    private static Optional<Path> program() {
        return Stream.concat(Stream.of(System.getenv("PATH").split(":")), Stream.of("/usr/sbin", "/usr/local/sbin"))
                .map(folder -> Path.of(folder, "nginx"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }
}
