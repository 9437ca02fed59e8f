package io.tilth.access.session;

import static io.tilth.access.House.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import io.tilth.access.BrowserTest;
import io.tilth.access.House;
import io.tilth.access.MovableClock;
import io.tilth.access.Persons.Person;
import io.tilth.access.TestBrowser;
import io.tilth.kernel.TenantId;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@BrowserTest
class SupportVisitTest {

    @Autowired
    House house;

    @Autowired
    MovableClock clock;

    @LocalServerPort
    int port;

    TenantId acme;
    Person care;
    TestBrowser visitor;
    TestBrowser host;
    String request;

    @BeforeEach
    void ask() {
        clock.reset();
        acme = house.company("Acme");
        care = house.administrator(TenantId.HOUSE);
        visitor = new TestBrowser(port);
        visitor.signIn(care.login(), PASSWORD);
        host = new TestBrowser(port);
        host.signIn(house.administrator(acme).login(), PASSWORD);
        request = visitor.post(tenant("/support-requests"), Map.of("reason", "look at the import"))
                .text("/id");
    }

    @Test
    void needsTheCompanysConsent() {
        assertThat(enter().problem()).isEqualTo("support-not-allowed");
        assertThat(visitor.get("/api/v1/session").text("/place/kind")).isEqualTo("HOUSE");
    }

    @Test
    void seesAndChangesNothing() {
        allow();

        var here = enter();

        assertThat(here.text("/place/name")).as(here.body()).isEqualTo("Acme");
        assertThat(here.text("/support/reason")).isEqualTo("look at the import");
        assertThat(here.json().at("/masked").asBoolean()).isTrue();
        assertThat(here.json().at("/rights").toString())
                .contains("account:read")
                .doesNotContain("write")
                .doesNotContain("export")
                .doesNotContain("tenant:");
        assertThat(visitor.get("/api/v1/accounts").json().at("/items")).hasSize(1);
        assertThat(visitor.post("/api/v1/invitations", Map.of("name", "x", "roleId", request))
                        .problem())
                .isEqualTo("not-allowed");
        assertThat(visitor.put("/api/v1/me", Map.of("name", "x", "language", "en", "version", 1))
                        .problem())
                .isEqualTo("not-on-a-visit");
        assertThat(visitor.put("/api/v1/me/password", Map.of("current", PASSWORD, "next", "another password"))
                        .problem())
                .isEqualTo("not-on-a-visit");
        assertThat(visitor.get("/api/v1/operator/tenants").problem()).isEqualTo("not-allowed");
    }

    @Test
    void endsByItselfAndLeadsHome() {
        allow();
        enter();
        clock.forward(Duration.ofHours(2).minusMinutes(1));
        assertThat(visitor.get("/api/v1/accounts").status()).isEqualTo(200);
        clock.forward(Duration.ofMinutes(2));

        var refused = visitor.get("/api/v1/accounts");

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.problem()).isEqualTo("support-visit-over");
        assertThat(visitor.get("/api/v1/session").text("/place/kind")).isEqualTo("HOUSE");
        assertThat(visitor.get("/api/v1/session").json().at("/support").isNull())
                .isTrue();
    }

    @Test
    void leadsHomeAlsoWhoOnlyAsksWhereTheyAre() {
        allow();
        enter();
        clock.forward(Duration.ofHours(3));

        assertThat(visitor.get("/api/v1/session").text("/place/kind")).isEqualTo("HOUSE");
    }

    @Test
    void endsWhenTheCompanySaysSo() {
        allow();
        enter();
        var session = visitor.get("/api/v1/me/sessions").text("/0/id");

        assertThat(host.post("/api/v1/support-requests/" + request + "/end", null)
                        .status())
                .isEqualTo(200);

        assertThat(house.query("select topic from kernel.live_signal where recipient = ?", "session:" + session))
                .hasSize(1);
        assertThat(visitor.get("/api/v1/session").text("/place/kind")).isEqualTo("HOUSE");
        assertThat(enter().problem()).isEqualTo("support-not-allowed");
    }

    @Test
    void endsWhenTheOperatorLeaves() {
        allow();
        enter();

        assertThat(visitor.put("/api/v1/session/place", Map.of("tenant", 0)).text("/place/kind"))
                .isEqualTo("HOUSE");
        assertThat(visitor.get("/api/v1/accounts").body()).doesNotContain("Acme");
    }

    @Test
    void endsWithTheOperatorsAccount() {
        allow();
        enter();
        house.freeze(TenantId.HOUSE, care);

        assertThat(visitor.get("/api/v1/accounts").problem()).isEqualTo("not-signed-in");
    }

    private TestBrowser.Answer enter() {
        return visitor.post(tenant("/support-visits"), null);
    }

    private void allow() {
        assertThat(host.post("/api/v1/support-requests/" + request + "/allow", null)
                        .status())
                .isEqualTo(200);
    }

    private String tenant(String path) {
        return "/api/v1/operator/tenants/" + acme.value() + path;
    }
}
