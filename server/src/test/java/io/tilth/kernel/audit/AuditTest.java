package io.tilth.kernel.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tilth.ServerTest;
import io.tilth.kernel.KernelProbe;
import io.tilth.kernel.Probing;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

@ServerTest
@Import(KernelProbe.class)
class AuditTest {

    @LocalServerPort
    int port;

    Probing probe;

    @BeforeEach
    void asAProbe() {
        probe = Probing.on(port, "audit:read,audit:export");
    }

    @Test
    void saysWhoDidWhatToWhomAndFromWhere() {
        deed(probe, "spring fair");

        assertThat(probe.get("/api/v1/audit").body())
                .contains("\"name\":\"Probe\"", probe.account().toString(), "probe.deed", "spring fair", "127.0.0.1")
                .contains("\"requestId\":\"");
    }

    @Test
    void narrowsByTimeDeedAndActor() {
        deed(probe, "one");

        assertThat(trail("?action=probe")).contains("probe.deed");
        assertThat(trail("?action=probe.deed")).contains("probe.deed");
        assertThat(trail("?action=prob")).doesNotContain("probe.deed");
        assertThat(trail("?actor=" + probe.account())).contains("probe.deed");
        assertThat(trail("?actor=" + UUID.randomUUID())).doesNotContain("probe.deed");
        assertThat(trail("?to=" + Instant.now().minusSeconds(60))).doesNotContain("probe.deed");
        assertThat(trail("?from=" + Instant.now().minusSeconds(60))).contains("probe.deed");
    }

    @Test
    void goesBackPageByPage() {
        for (var name : new String[] {"one", "two", "three"}) {
            deed(probe, name);
        }
        var first = trail("?limit=2");
        var cursor = first.replaceAll("(?s).*\"next\":\"([^\"]+)\".*", "$1");
        var second = trail("?limit=2&cursor=" + cursor);

        assertThat(first).contains("three", "two").doesNotContain("\"one\"");
        assertThat(second).contains("\"one\"", "\"next\":null");
    }

    @Test
    void showsACallerOfNarrowScopeOnlyOwnDeeds() {
        deed(probe, "theirs");
        var narrow = new Probing(port, probe.tenant(), UUID.randomUUID(), "audit:read,SELF");
        deed(narrow, "mine");

        assertThat(narrow.get("/api/v1/audit").body()).contains("mine").doesNotContain("theirs");
    }

    @Test
    void hidesTheTrailFromOtherTenants() {
        deed(probe, "secret plan");

        assertThat(Probing.on(port, "audit:read").get("/api/v1/audit").body()).doesNotContain("secret plan");
    }

    @Test
    void writesAFileThatNoSpreadsheetRuns() {
        deed(probe, "=cmd|calc");

        var file = probe.get("/api/v1/audit/file");

        assertThat(file.headers().firstValue("Content-Type").orElse("")).contains("text/csv");
        assertThat(file.body()).contains("\"'=cmd|calc\"", "audit.exported");
    }

    private String trail(String query) {
        return probe.get("/api/v1/audit" + query).body();
    }

    private static void deed(Probing who, String name) {
        assertThat(who.post("/api/v1/probe/deeds", """
                        {"name": "%s", "size": 1}""".formatted(name)).statusCode())
                .isEqualTo(200);
    }
}
