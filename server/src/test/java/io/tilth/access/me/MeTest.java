package io.tilth.access.me;

import static io.tilth.access.House.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import io.tilth.access.BrowserTest;
import io.tilth.access.House;
import io.tilth.access.MovableClock;
import io.tilth.access.Persons.Person;
import io.tilth.access.TestBrowser;
import io.tilth.access.TestBrowser.Answer;
import io.tilth.kernel.TenantId;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@BrowserTest
class MeTest {

    @Autowired
    House house;

    @Autowired
    MovableClock clock;

    @LocalServerPort
    int port;

    TestBrowser browser;
    TenantId acme;
    Person lin;

    @BeforeEach
    void signIn() {
        clock.reset();
        browser = new TestBrowser(port);
        acme = house.company("Acme");
        lin = house.administrator(acme);
        browser.signIn(lin.login(), PASSWORD);
    }

    @Test
    void changesOnesNameAndLanguage() {
        var mine = browser.get("/api/v1/me");
        assertThat(mine.text("/name")).isEqualTo("Lin");
        assertThat(mine.text("/login")).isEqualTo(lin.login());
        var version = mine.json().at("/version").asInt();

        var changed = change("林小姐", "en", version);

        assertThat(changed.text("/name")).isEqualTo("林小姐");
        assertThat(changed.text("/language")).isEqualTo("en");
        assertThat(browser.get("/api/v1/session").text("/account/name")).isEqualTo("林小姐");
        assertThat(browser.get("/api/v1/session").text("/person/language")).isEqualTo("en");
        assertThat(browser.get("/api/v1/audit?action=profile").text("/items/0/action"))
                .isEqualTo("profile.changed");
    }

    @Test
    void losesNoChangeThatWasMadeMeanwhile() {
        change("One", "en", 1);

        var stale = change("Two", "zh-CN", 1);

        assertThat(stale.status()).isEqualTo(409);
        assertThat(stale.problem()).isEqualTo("stale");
        assertThat(stale.text("/current/name")).isEqualTo("One");
        assertThat(browser.get("/api/v1/me").text("/language")).isEqualTo("en");
    }

    @Test
    void takesNoOtherLanguageThanOurs() {
        var refused = change("Lin", "fr", 1);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("/errors/0/pointer")).isEqualTo("#/language");
    }

    @Test
    void changesThePasswordAndSignsOutEverybodyElse() {
        var thief = new TestBrowser(port);
        thief.signIn(lin.login(), PASSWORD);
        var copied = browser.cookies().get("tilth");

        assertThat(changePassword(PASSWORD, "a new password").status()).isEqualTo(204);

        assertThat(thief.get("/api/v1/me").problem()).isEqualTo("not-signed-in");
        assertThat(browser.get("/api/v1/me").status()).isEqualTo(200);
        assertThat(browser.cookies().get("tilth")).isNotEqualTo(copied);
        assertThat(new TestBrowser(port).signIn(lin.login(), PASSWORD).status()).isEqualTo(401);
        assertThat(new TestBrowser(port).signIn(lin.login(), "a new password").status())
                .isEqualTo(200);
        assertThat(browser.get("/api/v1/audit?action=password").text("/items/0/action"))
                .isEqualTo("password.changed");
    }

    @Test
    void asksForThePresentPasswordFirst() {
        var refused = changePassword("not mine", "a new password");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.problem()).isEqualTo("password-not-right");
        assertThat(changePassword(PASSWORD, "short").problem()).isEqualTo("password-too-short");
        assertThat(changePassword(PASSWORD, lin.login()).problem()).isEqualTo("password-is-login");
    }

    @Test
    void countsGuessesOfThePresentPasswordWhateverBecomesOfTheRequest() {
        for (int guess = 0; guess < 5; guess++) {
            // With a key the whole request is one transaction, which a refusal rolls back.
            var refused = browser.put(
                    "/api/v1/me/password",
                    Map.of("current", "guess " + guess, "next", "a new password"),
                    "Idempotency-Key",
                    "guess-" + guess);
            assertThat(refused.problem()).isEqualTo("password-not-right");
        }

        assertThat(changePassword(PASSWORD, "a new password").problem()).isEqualTo("too-many-guesses");
        assertThat(browser.get("/api/v1/me/sign-ins").json().findValuesAsString("outcome"))
                .containsExactly("WRONG", "WRONG", "WRONG", "WRONG", "WRONG", "OK");
    }

    @Test
    void isForThoseWhoAreSignedIn() {
        var stranger = new TestBrowser(port);

        assertThat(stranger.get("/api/v1/me").problem()).isEqualTo("not-signed-in");
        assertThat(stranger.get("/api/v1/me/sessions").problem()).isEqualTo("not-signed-in");
        assertThat(stranger.get("/api/v1/me/sign-ins").problem()).isEqualTo("not-signed-in");
        assertThat(stranger.get("/api/v1/me/places").problem()).isEqualTo("not-signed-in");
        assertThat(stranger.put("/api/v1/session/place", Map.of("tenant", acme.value()))
                        .problem())
                .isEqualTo("not-signed-in");
    }

    private Answer change(String name, String language, int version) {
        return browser.put("/api/v1/me", Map.of("name", name, "language", language, "version", version));
    }

    private Answer changePassword(String current, String next) {
        return browser.put("/api/v1/me/password", Map.of("current", current, "next", next));
    }
}
