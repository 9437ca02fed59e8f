package io.tilth.access.support;

import static io.tilth.access.House.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import io.tilth.access.BrowserTest;
import io.tilth.access.House;
import io.tilth.access.MovableClock;
import io.tilth.access.TestBrowser;
import io.tilth.kernel.TenantId;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A visit from the first question to the last look, in two browsers. */
@BrowserTest
class SupportVisitTest {

    @Autowired
    House house;

    @Autowired
    MovableClock clock;

    @LocalServerPort
    int port;

    TenantId acme;
    TestBrowser company;
    TestBrowser operator;

    @BeforeEach
    void withACompanyAndAnOperator() {
        clock.reset();
        acme = house.company("Acme");
        company = signedIn(acme);
        operator = signedIn(TenantId.HOUSE);
    }

    @Test
    void showsTheOperatorTheCompanyAndLetsThemChangeNothing() {
        comeIn();

        var session = operator.get("/api/v1/session");
        assertThat(session.text("/place/name")).isEqualTo("Acme");
        assertThat(session.text("/support/reason")).isEqualTo("Import fails");
        assertThat(operator.get("/api/v1/accounts").body()).contains("Lin");
        assertThat(operator.post("/api/v1/roles", Map.of("name", "Mine")).status())
                .isEqualTo(403);
        assertThat(operator.post("/api/v1/views", Map.of("page", "p", "name", "n", "query", "", "shared", true))
                        .status())
                .isEqualTo(403);
        assertThat(company.get("/api/v1/audit").body())
                .contains("support.asked", "support.allowed", "support.entered", "tenant.visited");
    }

    @Test
    void endsAtOnceWhenTheCompanySaysSo() {
        var id = comeIn();
        assertThat(company.post("/api/v1/support-requests/" + id + "/end", null).status())
                .isEqualTo(200);

        assertThat(operator.get("/api/v1/session").text("/place/kind")).isEqualTo("HOUSE");
        assertThat(operator.post(tenant("/support-visits"), null).problem()).isEqualTo("support-not-allowed");
    }

    @Test
    void endsByItself() {
        comeIn();
        clock.forward(Duration.ofHours(2));

        assertThat(operator.get("/api/v1/session").text("/place/kind")).isEqualTo("HOUSE");
        assertThat(operator.post(tenant("/support-visits"), null).problem()).isEqualTo("support-not-allowed");
    }

    @Test
    void staysOutsideUntilAllowed() {
        operator.post(tenant("/support-requests"), Map.of("reason", "Import fails"));

        assertThat(operator.post(tenant("/support-visits"), null).problem()).isEqualTo("support-not-allowed");
        assertThat(operator.get("/api/v1/session").text("/place/kind")).isEqualTo("HOUSE");
    }

    private String comeIn() {
        var id = operator.post(tenant("/support-requests"), Map.of("reason", "Import fails"))
                .text("/id");
        assertThat(company.post("/api/v1/support-requests/" + id + "/allow", null)
                        .text("/state"))
                .isEqualTo("ALLOWED");
        var entered = operator.post(tenant("/support-visits"), null);
        assertThat(entered.status()).as(entered.body()).isEqualTo(200);
        assertThat(entered.text("/place/name")).isEqualTo("Acme");
        return id;
    }

    private TestBrowser signedIn(TenantId place) {
        var browser = new TestBrowser(port);
        var answer = browser.signIn(house.administrator(place).login(), PASSWORD);
        assertThat(answer.text("/state")).isEqualTo("SIGNED_IN");
        return browser;
    }

    private String tenant(String path) {
        return "/api/v1/operator/tenants/" + acme.value() + path;
    }
}
