package io.tilth.kernel.problem;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.tilth.ServerTest;
import io.tilth.kernel.KernelProbe;
import io.tilth.kernel.Probing;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

@ServerTest
@Import(KernelProbe.class)
class ProblemTest {

    @LocalServerPort
    int port;

    @Autowired
    DataSource source;

    Probing probe;

    @BeforeEach
    void asAProbe() {
        probe = Probing.on(port, "none:at-all");
    }

    @Test
    void namesEveryFieldThatIsWrongInTheReadersLanguage() {
        var chinese = probe.post("/api/v1/probe/deeds", """
                {"name": "", "size": -1}""", "Accept-Language:zh-CN");
        var english = probe.post("/api/v1/probe/deeds", """
                {"name": "", "size": -1}""", "Accept-Language:en");

        assertThat(chinese.statusCode()).isEqualTo(400);
        assertThat(chinese.body())
                .contains("/problems/invalid-request", "有几项需要再看一下", "#/name", "#/size", "不能为空", "requestId");
        assertThat(english.body()).contains("Some fields need another look", "must not be blank");
    }

    @Test
    void pointsAtAFieldOfTheWrongTypeWithoutTheParsersWords() {
        var answer = probe.post("/api/v1/probe/deeds", """
                {"name": "x", "size": "many"}""");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("#/size", "内容格式不对").doesNotContain("java", "Jackson", "deserialize");
    }

    @Test
    void refusesFieldsThatNobodyAskedFor() {
        assertThat(probe.post("/api/v1/probe/deeds", """
                        {"name": "x", "size": 1, "admin": true}""").statusCode()).isEqualTo(400);
    }

    @Test
    void asksASignedOutCallerToSignInAndTellsAnotherWhatIsMissing() {
        var nobody = probe.get("/api/v1/audit", "X-Probe:1/" + probe.account() + "/none:at-all");
        assertThat(nobody.statusCode()).isEqualTo(403);
        assertThat(nobody.body()).contains("/problems/not-allowed", "audit:read");
    }

    @Test
    void refusesAForgedWrite() {
        var answer = probe.post("/api/v1/probe/deeds", "{}", "X-XSRF-TOKEN:forged");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("/problems/forged", "刷新");
    }

    @Test
    void putsOffWhoeverComesWhileTheDatabaseIsFull() throws SQLException {
        var pool = source.unwrap(HikariDataSource.class);
        var taken = new ArrayList<Connection>();
        try {
            for (int number = 0; number < pool.getMaximumPoolSize(); number++) {
                taken.add(pool.getConnection());
            }
            var auditor = new Probing(port, probe.tenant(), probe.account(), "audit:read");
            var inTheHandler = probe.get("/api/v1/audit", "X-Probe:1/" + probe.account() + "/audit:read");
            var onTheWayThere = probe.get(
                    "/open/v1/me", "X-Probe:", "Authorization:Bearer tk_1_" + "0".repeat(32) + "_" + "0".repeat(64));
            for (var answer : List.of(inTheHandler, onTheWayThere)) {
                assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
                assertThat(answer.headers().firstValue("Retry-After")).contains("5");
                assertThat(answer.body()).contains("/problems/busy", "太忙");
            }
        } finally {
            for (var one : taken) {
                one.close();
            }
        }
    }

    @Test
    void explainsEachTypeOnAPageOfItsOwn() {
        assertThat(probe.get("/problems/stale", "Accept-Language:en").body())
                .contains("Somebody has just changed this");
        assertThat(probe.get("/problems/nothing-like-it").statusCode()).isEqualTo(404);
    }

    @Test
    void answersAReaderOfStreamsInWords() {
        var answer = probe.get("/sse", "Accept:text/event-stream", "X-Probe:");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("/problems/not-signed-in");
    }

    @Test
    void saysNothingOfItselfInAnUnknownPlace() {
        var answer = probe.get("/api/v1/nowhere");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("/problems/not-found").doesNotContain("Exception", "org.");
    }

    @Test
    void refusesTextsThatNoDatabaseHolds() {
        var answer = probe.post("/api/v1/probe/deeds", """
                {"name": "a\\u0000b", "size": 1}""");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("#/name");
        assertThat(Probing.on(port, "audit:read")
                        .get("/api/v1/audit?action=a%00b")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void refusesABodyThatNoFormOfOursSends() {
        var answer = probe.post("/api/v1/probe/deeds", "{\"name\": \"" + "x".repeat(1_000_000) + "\"}");

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("/problems/too-large");
    }

    @Test
    void keepsFiguresFromWhoeverComesThroughAProxy() {
        assertThat(probe.get("/actuator/prometheus").body()).contains("tilth_live_streams");
        assertThat(probe.get("/actuator/prometheus", "X-Forwarded-For:203.0.113.7")
                        .statusCode())
                .isEqualTo(404);
        assertThat(probe.get("/actuator/env").statusCode()).isEqualTo(404);
    }
}
