package io.tilth.wecom.connect;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.tilth.kernel.TilthSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DomainProbeTest {

    private static final DomainFile FILE = new DomainFile("WW_verify_abc.txt", "abc");

    private HttpServer server;
    private DomainProbe probe;
    private volatile String shown = "abc\n";

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        server.createContext("/WW_verify_abc.txt", exchange -> {
            var bytes = shown.getBytes(UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        var house = URI.create("http://localhost:" + server.getAddress().getPort());
        probe = new DomainProbe(new TilthSettings(house, "", List.of(), Path.of(""), "", null, null));
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    @Test
    void findsTheFileOnOurOwnAddress() {
        assertThat(probe.look("localhost", FILE)).isEqualTo(Verdict.GOOD);
    }

    @Test
    void seesAnotherFile() {
        shown = "<html>somebody else's page</html>".repeat(200);

        assertThat(probe.look("localhost", FILE)).isEqualTo(Verdict.bad("domain-unreachable", "localhost"));
        shown = "def";
        assertThat(probe.look("localhost", FILE)).isEqualTo(Verdict.bad("domain-shows-another-file", "localhost"));
    }

    @Test
    void seesNoFile() {
        assertThat(probe.look("localhost", new DomainFile("WW_verify_none.txt", "abc")))
                .isEqualTo(Verdict.bad("domain-leads-elsewhere", "localhost", "404"));
    }

    @Test
    void looksAtNothingWithinTheHouse() {
        for (var inside : new String[] {"127.0.0.1", "10.0.0.1", "192.168.1.1", "169.254.169.254", "0.0.0.0"}) {
            assertThat(probe.look(inside, FILE)).isEqualTo(Verdict.bad("domain-not-public", inside));
        }
    }

    @Test
    void knowsNoSuchDomain() {
        assertThat(probe.look("nobody.invalid", FILE)).isEqualTo(Verdict.bad("domain-unknown", "nobody.invalid"));
    }
}
