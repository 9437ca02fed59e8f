package io.tilth.access.session;

import static io.tilth.access.House.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tilth.access.BrowserTest;
import io.tilth.access.House;
import io.tilth.access.MovableClock;
import io.tilth.access.Persons;
import io.tilth.access.TestBrowser;
import io.tilth.kernel.TenantId;
import io.tilth.tenancy.TenantErased;
import io.tilth.tenancy.TenantSuspended;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;

@BrowserTest
class PlacesTest {

    @Autowired
    House house;

    @Autowired
    MovableClock clock;

    @Autowired
    Persons persons;

    @Autowired
    ApplicationEventPublisher events;

    @LocalServerPort
    int port;

    TestBrowser browser;
    TenantId acme;
    TenantId globex;

    @BeforeEach
    void furnish() {
        clock.reset();
        browser = new TestBrowser(port);
        acme = house.company("Acme");
        globex = house.company("Globex");
    }

    @Test
    void areChosenByWhoHasSeveral() {
        var lin = house.administrator(acme, globex);

        var signedIn = browser.signIn(lin.login(), PASSWORD);

        assertThat(signedIn.text("/state")).isEqualTo("CHOOSE_PLACE");
        assertThat(signedIn.json().at("/places").findValuesAsString("name")).containsExactly("Acme", "Globex");
        assertThat(browser.get("/api/v1/session").problem()).isEqualTo("place-not-chosen");
        assertThat(browser.get("/api/v1/accounts").status()).isEqualTo(403);
        assertThat(browser.get("/api/v1/accounts").problem()).isEqualTo("place-not-chosen");
        assertThat(browser.get("/api/v1/me/places").json()).hasSize(2);

        var cookie = browser.cookies().get("tilth");
        assertThat(go(globex).text("/place/name")).isEqualTo("Globex");

        assertThat(browser.cookies().get("tilth")).isNotEqualTo(cookie);
        assertThat(browser.get("/api/v1/accounts").json().at("/items")).hasSize(1);
    }

    @Test
    void endTheStreamsOfThePlaceThatIsLeft() {
        var lin = house.administrator(acme, globex);
        browser.signIn(lin.login(), PASSWORD);
        go(acme);
        var atAcme = browser.get("/api/v1/me/sessions").text("/0/id");

        go(globex);

        assertThat(said(atAcme)).containsExactly("bye");
        assertThat(browser.get("/api/v1/me/sessions").text("/0/id")).isNotEqualTo(atAcme);
        assertThat(browser.get("/api/v1/me/sessions").json()).hasSize(1);
    }

    @Test
    void leaveOutThoseWhereTheAccountIsFrozen() {
        var lin = house.administrator(acme, globex);
        house.freeze(globex, lin);

        assertThat(browser.signIn(lin.login(), PASSWORD).text("/state")).isEqualTo("SIGNED_IN");
        assertThat(go(globex).problem()).isEqualTo("place-not-yours");
    }

    @Test
    void sayWhyTheyAreSuspendedAndLoseNothing() {
        var lin = house.administrator(acme);
        browser.signIn(lin.login(), PASSWORD);
        house.suspend(acme, "unpaid since May");

        var refused = browser.get("/api/v1/session");

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.problem()).isEqualTo("tenant-suspended");
        assertThat(refused.text("/reason")).isEqualTo("unpaid since May");
        assertThat(refused.text("/detail")).contains("unpaid since May");
        assertThat(browser.get("/api/v1/accounts").problem()).isEqualTo("tenant-suspended");
        assertThat(browser.get("/sse").problem()).isEqualTo("tenant-suspended");
        assertThat(browser.get("/api/v1/me/places").text("/0/state")).isEqualTo("SUSPENDED");
        assertThat(new TestBrowser(port).signIn(lin.login(), PASSWORD).text("/places/0/state"))
                .isEqualTo("SUSPENDED");
        house.update("update tenancy.tenant set state = 'ACTIVE' where id = ?", acme.value());
        assertThat(browser.get("/api/v1/accounts").status()).isEqualTo(200);
        house.suspend(acme, "again");
        assertThat(browser.delete("/api/v1/session").status()).isEqualTo(204);
    }

    @Test
    void canBeLeftForAnotherWhenSuspended() {
        var lin = house.administrator(acme, globex);
        browser.signIn(lin.login(), PASSWORD);
        go(acme);
        house.suspend(acme, "unpaid");

        assertThat(go(globex).status()).isEqualTo(200);
        assertThat(go(acme).problem()).isEqualTo("tenant-suspended");
    }

    @Test
    void endTheirStreamsWhenSuspendedAndKeepTheSessions() {
        var lin = house.administrator(acme);
        browser.signIn(lin.login(), PASSWORD);
        var other = new TestBrowser(port);
        other.signIn(house.administrator(globex).login(), PASSWORD);
        var session = browser.get("/api/v1/me/sessions").text("/0/id");
        var elsewhere = other.get("/api/v1/me/sessions").text("/0/id");

        say(new TenantSuspended(acme));

        await().pollInSameThread().untilAsserted(() -> assertThat(said(session)).containsExactly("bye"));
        assertThat(said(elsewhere)).isEmpty();
        assertThat(browser.get("/api/v1/accounts").status()).isEqualTo(200);
    }

    @Test
    void takeThoseWithThemWhoWereNowhereElse() {
        var lin = house.administrator(acme);
        var zhao = house.administrator(acme, globex);
        browser.signIn(lin.login(), PASSWORD);
        house.update("delete from access.account where tenant_id = ?", acme.value());
        house.update("update tenancy.tenant set state = 'ERASED' where id = ?", acme.value());

        say(new TenantErased(acme));

        await().pollInSameThread()
                .untilAsserted(() -> assertThat(persons.find(lin.id())).isEmpty());
        assertThat(persons.find(zhao.id())).isPresent();
        assertThat(persons.memberships(zhao.id())).hasSize(1);
        assertThat(browser.get("/api/v1/session").problem()).isEqualTo("not-signed-in");
        assertThat(browser.signIn(lin.login(), PASSWORD).problem()).isEqualTo("sign-in-failed");
    }

    private TestBrowser.Answer go(TenantId tenant) {
        return browser.put("/api/v1/session/place", Map.of("tenant", tenant.value()));
    }

    private void say(Object event) {
        house.in(TenantId.HOUSE, () -> {
            events.publishEvent(event);
            return event;
        });
    }

    private List<Object> said(String session) {
        return house.query("select topic from kernel.live_signal where recipient = ?", "session:" + session).stream()
                .map(row -> row.get("topic"))
                .toList();
    }
}
