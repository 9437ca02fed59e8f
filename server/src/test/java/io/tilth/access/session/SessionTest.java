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
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@BrowserTest
class SessionTest {

    @Autowired
    House house;

    @Autowired
    MovableClock clock;

    @Autowired
    StoredSessions stored;

    @LocalServerPort
    int port;

    TestBrowser browser;
    TenantId acme;
    Person lin;

    @BeforeEach
    void furnish() {
        clock.reset();
        browser = new TestBrowser(port);
        acme = house.company("Acme");
        lin = house.administrator(acme);
    }

    @Test
    void takesATokenAgainstForgedRequestsEvenToSignIn() {
        var forged = new TestBrowser(port).forging().signIn(lin.login(), PASSWORD);

        assertThat(forged.status()).isEqualTo(403);
        assertThat(forged.problem()).isEqualTo("forged");
        browser.signIn(lin.login(), PASSWORD);
        assertThat(browser.forging().delete("/api/v1/session").problem()).isEqualTo("forged");
        assertThat(browser.get("/api/v1/session").status()).isEqualTo(200);
    }

    @Test
    void handsOutTheTokenBeforeAnybodyIsSignedIn() {
        var refused = browser.get("/api/v1/session");

        assertThat(refused.problem()).isEqualTo("not-signed-in");
        assertThat(browser.cookies()).containsOnlyKeys("XSRF-TOKEN");
    }

    @Test
    void isCarriedByACookieThatScriptsAndOtherSitesCannotUse() {
        var cookie = browser.signIn(lin.login(), PASSWORD).setCookies().stream()
                .filter(line -> line.startsWith("tilth="))
                .findFirst()
                .orElseThrow();

        assertThat(cookie).contains("HttpOnly").contains("SameSite=Lax").contains("Path=/");
        assertThat(browser.cookies().get("tilth")).hasSize(36);
    }

    @Test
    void hasANameThatNobodyKnewBefore() {
        browser.cookies().put("tilth", "A".repeat(36));
        browser.signIn(lin.login(), PASSWORD);
        var first = browser.cookies().get("tilth");
        assertThat(first).isNotEqualTo("A".repeat(36));

        browser.signIn(lin.login(), PASSWORD);

        var second = browser.cookies().get("tilth");
        assertThat(second).isNotEqualTo(first);
        var thief = new TestBrowser(port);
        thief.cookies().put("tilth", first);
        assertThat(thief.get("/api/v1/session").problem()).isEqualTo("not-signed-in");
    }

    @Test
    void keepsIdsOnly() {
        browser.signIn(lin.login(), PASSWORD);

        var attributes = new HashSet<String>();
        house.query("""
                select a.attribute_name, convert_from(a.attribute_bytes, 'UTF8') as text
                from kernel.session_attributes a
                join kernel.session s on s.primary_id = a.session_primary_id
                where s.principal_name = ?
                """, lin.id().value().toString())
                .forEach(row -> attributes.add(row.get("attribute_name") + "=" + row.get("text")));
        assertThat(attributes)
                .contains("person=" + lin.id().value(), "tenant=" + acme.value(), "agent=TestBrowser")
                .allMatch(text -> text.matches("[\\w.]+=[\\w.:-]+"), "plain text");
    }

    @Test
    void endsWhenItsPersonSignsOut() {
        browser.signIn(lin.login(), PASSWORD);
        var session = browser.cookies().get("tilth");

        assertThat(browser.delete("/api/v1/session").status()).isEqualTo(204);

        assertThat(browser.get("/api/v1/session").problem()).isEqualTo("not-signed-in");
        browser.cookies().put("tilth", session);
        assertThat(browser.get("/api/v1/session").problem()).isEqualTo("not-signed-in");
        assertThat(browser.delete("/api/v1/session").status()).isEqualTo(204);
    }

    @Test
    void endsAfterSevenDaysHoweverBusy() {
        browser.signIn(lin.login(), PASSWORD);
        clock.forward(Duration.ofDays(7).minusMinutes(1));
        assertThat(browser.get("/api/v1/accounts").status()).isEqualTo(200);

        clock.forward(Duration.ofMinutes(2));

        assertThat(browser.get("/api/v1/accounts").problem()).isEqualTo("not-signed-in");
        clock.reset();
        assertThat(browser.get("/api/v1/accounts").problem()).isEqualTo("not-signed-in");
    }

    @Test
    void endsAfterTwelveIdleHours() {
        browser.signIn(lin.login(), PASSWORD);
        assertThat(house.query(
                                "select max_inactive_interval from kernel.session where principal_name = ?",
                                lin.id().value().toString())
                        .getFirst())
                .containsEntry("max_inactive_interval", 12 * 60 * 60);

        unused(Duration.ofHours(12).plusMinutes(1));

        assertThat(browser.get("/api/v1/accounts").problem()).isEqualTo("not-signed-in");
        stored.deleteExpired();
        assertThat(house.query(
                        "select * from kernel.session where principal_name = ?",
                        lin.id().value().toString()))
                .isEmpty();
    }

    @Test
    void notesItsUseOnceAMinute() {
        browser.signIn(lin.login(), PASSWORD);
        unused(Duration.ofSeconds(30));
        var noted = lastUse();

        browser.get("/api/v1/accounts");
        assertThat(lastUse()).isEqualTo(noted);

        unused(Duration.ofMinutes(2));
        browser.get("/api/v1/accounts");
        assertThat(lastUse()).isAfter(noted);
    }

    @Test
    void isListedAndEndedByItsOwner() {
        var phone = new TestBrowser(port);
        browser.signIn(lin.login(), PASSWORD);
        phone.signIn(lin.login(), PASSWORD);

        var sessions = browser.get("/api/v1/me/sessions");

        assertThat(sessions.json()).hasSize(2);
        assertThat(sessions.json().at("/0/current").asBoolean()).isTrue();
        assertThat(sessions.json().at("/1/current").asBoolean()).isFalse();
        assertThat(sessions.text("/1/agent")).isEqualTo("TestBrowser");
        assertThat(Instant.parse(sessions.text("/1/startedAt")))
                .isBefore(Instant.now().plusSeconds(1));
        assertThat(sessions.body()).doesNotContain(phone.cookies().get("tilth"));
        assertThat(browser.delete("/api/v1/me/sessions/" + sessions.text("/1/id"))
                        .status())
                .isEqualTo(204);
        assertThat(phone.get("/api/v1/accounts").problem()).isEqualTo("not-signed-in");
        assertThat(browser.get("/api/v1/me/sessions").json()).hasSize(1);
        assertThat(said("session:" + sessions.text("/1/id"))).containsExactly("bye");
    }

    @Test
    void isNobodyElsesToEnd() {
        browser.signIn(lin.login(), PASSWORD);
        var other = new TestBrowser(port);
        other.signIn(house.administrator(acme).login(), PASSWORD);
        var id = browser.get("/api/v1/me/sessions").text("/0/id");

        assertThat(other.delete("/api/v1/me/sessions/" + id).problem()).isEqualTo("session-not-found");
        assertThat(other.get("/api/v1/me/sessions").json()).hasSize(1);
        assertThat(browser.get("/api/v1/accounts").status()).isEqualTo(200);
    }

    @Test
    void endsWhenTheAccountIsFrozen() {
        browser.signIn(lin.login(), PASSWORD);
        house.freeze(acme, lin);

        assertThat(browser.get("/api/v1/accounts").problem()).isEqualTo("not-signed-in");
        assertThat(browser.get("/api/v1/me/places").problem()).isEqualTo("not-signed-in");
    }

    @Test
    void endsAtOnceWhenAnAdministratorFreezesItsAccount() {
        var zhao = house.administrator(acme);
        var admin = new TestBrowser(port);
        admin.signIn(zhao.login(), PASSWORD);
        browser.signIn(lin.login(), PASSWORD);
        var account = browser.get("/api/v1/session").text("/account/id");
        var id = browser.get("/api/v1/me/sessions").text("/0/id");

        assertThat(admin.post("/api/v1/accounts/" + account + "/freeze", null).status())
                .isEqualTo(200);

        assertThat(said("session:" + id)).containsExactly("bye");
        assertThat(stored.of(lin.id())).isEmpty();
    }

    @Test
    void opensNothingOfTheOpenInterface() {
        browser.signIn(lin.login(), PASSWORD);

        assertThat(browser.get("/open/v1/me").status()).isBetween(401, 403);
    }

    @Test
    void showsOneTenantOnly() {
        var globex = house.company("Globex");
        house.administrator(globex);
        browser.signIn(lin.login(), PASSWORD);

        assertThat(browser.get("/api/v1/accounts").json().at("/items")).hasSize(1);
        assertThat(browser.put("/api/v1/session/place", Map.of("tenant", globex.value()))
                        .problem())
                .isEqualTo("place-not-yours");
        assertThat(browser.put("/api/v1/session/place", Map.of("tenant", 0)).problem())
                .isEqualTo("place-not-yours");
        assertThat(browser.get("/api/v1/session").text("/place/name")).isEqualTo("Acme");
    }

    private void unused(Duration time) {
        house.update("""
                update kernel.session
                set last_access_time = last_access_time - ?, expiry_time = expiry_time - ?
                where principal_name = ?
                """, time.toMillis(), time.toMillis(), lin.id().value().toString());
    }

    private Instant lastUse() {
        return Instant.ofEpochMilli((long) house.query(
                        "select last_access_time from kernel.session where principal_name = ?",
                        lin.id().value().toString())
                .getFirst()
                .get("last_access_time"));
    }

    private List<Object> said(String recipient) {
        return house.query("select topic from kernel.live_signal where recipient = ?", recipient).stream()
                .map(row -> row.get("topic"))
                .toList();
    }
}
