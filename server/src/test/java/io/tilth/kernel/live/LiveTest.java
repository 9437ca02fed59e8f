package io.tilth.kernel.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.tilth.ServerTest;
import io.tilth.TilthApplication;
import io.tilth.kernel.KernelProbe;
import io.tilth.kernel.Live;
import io.tilth.kernel.Probing;
import io.tilth.kernel.postgres.TestDatabase;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.annotation.Import;

@ServerTest
@Import(KernelProbe.class)
class LiveTest {

    @LocalServerPort
    int port;

    @Autowired
    Live live;

    Probing probe;

    @BeforeEach
    void asAProbe() {
        probe = Probing.on(port, "none:at-all");
    }

    @Test
    void tellsAnOpenScreenWhatMovedAndNobodyElse() throws Exception {
        var stranger = Probing.on(port, "none:at-all");
        try (var mine = Listening.open(probe);
                var theirs = Listening.open(stranger)) {
            signal("first");
            mine.await("{\"topic\":\"probe\",\"id\":\"first\"}");
            stranger.post("/api/v1/probe/signals", deed("other"));
            theirs.await("\"other\"");

            assertThat(mine.text()).doesNotContain("other");
            assertThat(theirs.text()).doesNotContain("first");
        }
    }

    @Test
    void tellsAScreenThatWasAwayWhatItMissed() throws Exception {
        String seen;
        try (var before = Listening.open(probe)) {
            signal("first");
            before.await("first");
            seen = before.lastId();
        }
        signal("missed");

        try (var after = Listening.open(probe, "Last-Event-ID", seen)) {
            after.await("missed");
            assertThat(after.text()).doesNotContain("first");
        }
    }

    @Test
    void asksAScreenThatWasAwayTooLongToLookAnew() throws Exception {
        try (var stream = Listening.open(probe, "Last-Event-ID", "01900000-0000-7000-8000-000000000000")) {
            stream.await("event:reset");
        }
    }

    @Test
    void reachesScreensThatAnotherNodeHolds() throws Exception {
        var properties = TestDatabase.shared().asProperties().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> (Object) entry.getValue()));
        properties.put("server.port", 0);
        try (var node = new SpringApplicationBuilder(TilthApplication.class, KernelProbe.class)
                .profiles("test")
                .properties(properties)
                .run()) {
            int otherPort = ((WebServerApplicationContext) node).getWebServer().getPort();
            try (var stream = Listening.open(new Probing(otherPort, probe.tenant(), probe.account(), probe.rights()))) {
                signal("far");
                stream.await("far");
            }
        }
    }

    private void signal(String what) {
        assertThat(probe.post("/api/v1/probe/signals", deed(what)).statusCode()).isEqualTo(200);
    }

    private static String deed(String name) {
        return "{\"name\": \"%s\", \"size\": 1}".formatted(name);
    }
}
