package io.tilth.access.signin;

import static io.tilth.access.House.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import io.tilth.access.BrowserTest;
import io.tilth.access.House;
import io.tilth.access.MovableClock;
import io.tilth.access.Persons.Person;
import io.tilth.access.TestBrowser;
import io.tilth.kernel.TenantId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@BrowserTest
class SignInTest {

    private static final Duration PAUSE = Duration.ofSeconds(21);

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
    void furnish() {
        clock.reset();
        browser = new TestBrowser(port);
        acme = house.company("Acme");
        lin = house.administrator(acme);
    }

    @Test
    void letsAPersonInWhoseOnlyPlaceThisIs() {
        var signedIn = browser.signIn(" " + lin.login().toUpperCase(), PASSWORD);

        assertThat(signedIn.text("/state")).isEqualTo("SIGNED_IN");
        assertThat(signedIn.text("/places/0/name")).isEqualTo("Acme");
        var session = browser.get("/api/v1/session");
        assertThat(session.text("/person/login")).isEqualTo(lin.login());
        assertThat(session.text("/account/name")).isEqualTo("Lin");
        assertThat(session.text("/place/name")).isEqualTo("Acme");
        assertThat(session.text("/place/kind")).isEqualTo("COMPANY");
        assertThat(session.text("/scope")).isEqualTo("ALL");
        assertThat(session.json().at("/rights").toString())
                .contains("\"account:write\"")
                .doesNotContain("tenant:");
        assertThat(session.json().at("/support").isNull()).isTrue();
        assertThat(browser.get("/api/v1/accounts").status()).isEqualTo(200);
    }

    @Test
    void answersAWrongPasswordAndAnUnknownLoginAlike() {
        var wrong = browser.signIn(lin.login(), "a wrong password");
        var unknown = browser.signIn("nobody-" + lin.login(), "a wrong password");

        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.problem()).isEqualTo("sign-in-failed");
        assertThat(unknown.problem()).isEqualTo("sign-in-failed");
        assertThat(unknown.text("/detail")).isEqualTo(wrong.text("/detail")).contains("login or password");
        assertThat(browser.speaking("zh-CN").signIn("nobody", "x").text("/detail"))
                .contains("登录名或密码不对");
        assertThat(browser.get("/api/v1/accounts").problem()).isEqualTo("not-signed-in");
    }

    @Test
    void letsFiveGuessesThroughInTwentySeconds() {
        for (int guess = 0; guess < 5; guess++) {
            assertThat(browser.signIn(lin.login(), "guess " + guess).status()).isEqualTo(401);
        }

        // From elsewhere and even right: the limit is the login's, or a crowd could guess together.
        var sixth = new TestBrowser(port).signIn(lin.login(), PASSWORD);

        assertThat(sixth.status()).isEqualTo(429);
        assertThat(sixth.problem()).isEqualTo("too-many-guesses");
        var wait = Integer.parseInt(
                sixth.response().headers().firstValue("Retry-After").orElseThrow());
        assertThat(wait).isBetween(1, 20);
        assertThat(sixth.text("/detail")).contains(wait + " seconds");
        clock.forward(PAUSE);
        assertThat(browser.signIn(lin.login(), PASSWORD).text("/state")).isEqualTo("SIGNED_IN");
    }

    @Test
    void letsThirtyGuessesThroughFromOneAddress() {
        for (int guess = 0; guess < 30; guess++) {
            assertThat(browser.signIn("somebody-" + guess, "guess").status()).isEqualTo(401);
        }

        assertThat(browser.signIn(lin.login(), PASSWORD).problem()).isEqualTo("too-many-guesses");
        assertThat(new TestBrowser(port).signIn(lin.login(), PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void doesNotCountThoseWhoKnowTheirPassword() {
        for (int time = 0; time < 35; time++) {
            assertThat(browser.signIn(lin.login(), PASSWORD).status()).isEqualTo(200);
        }
    }

    @Test
    void locksALoginAfterTwentyWrongPasswordsAndTellsItsOwner() {
        var globex = house.company("Globex");
        var zhao = house.administrator(acme, globex);
        var owner = new TestBrowser(port);
        owner.signIn(zhao.login(), PASSWORD);
        owner.put("/api/v1/session/place", Map.of("tenant", acme.value()));

        guessWrong(zhao, 20);

        clock.forward(PAUSE);
        assertThat(browser.signIn(zhao.login(), PASSWORD).problem()).isEqualTo("too-many-guesses");
        assertThat(owner.get("/api/v1/me/sign-ins").text("/0/outcome")).isEqualTo("LOCKED");
        assertThat(owner.get("/api/v1/me/sign-ins").text("/1/outcome")).isEqualTo("WRONG");
        for (var tenant : List.of(acme, globex)) {
            assertThat(house.query(
                            "select * from kernel.audit where tenant_id = ? and action = 'sign-in.locked'",
                            tenant.value()))
                    .hasSize(1);
            assertThat(house.query("""
                            select * from kernel.live_signal s
                            join access.membership m on s.recipient = 'account:' || m.account_id
                            where s.tenant_id = ? and s.topic = 'session' and m.person_id = ?
                            """, tenant.value(), zhao.id().value())).hasSize(1);
        }
    }

    @Test
    void unlocksAfterAQuarterOfAnHour() {
        guessWrong(lin, 20);

        clock.forward(Duration.ofMinutes(14));
        assertThat(browser.signIn(lin.login(), PASSWORD).status()).isEqualTo(429);
        clock.forward(Duration.ofMinutes(2));
        assertThat(browser.signIn(lin.login(), PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void locksNobodyWhoRemembersInTime() {
        guessWrong(lin, 19);
        clock.forward(PAUSE);
        assertThat(browser.signIn(lin.login(), PASSWORD).status()).isEqualTo(200);

        guessWrong(lin, 5);

        clock.forward(PAUSE);
        assertThat(browser.signIn(lin.login(), PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void showsAPersonWhoCameInAsThem() {
        browser.signIn(lin.login(), "a wrong password");
        browser.signIn(lin.login(), PASSWORD);

        var signIns = browser.get("/api/v1/me/sign-ins");

        assertThat(signIns.json().findValuesAsString("outcome")).containsExactly("OK", "WRONG");
        assertThat(signIns.text("/0/agent")).isEqualTo("TestBrowser");
        assertThat(signIns.text("/0/address")).startsWith("10.1.");
    }

    @Test
    void letsNobodyInWhoHasNoPlaceLeft() {
        house.freeze(acme, lin);

        var refused = browser.signIn(lin.login(), PASSWORD);

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.problem()).isEqualTo("no-place");
        assertThat(browser.cookies()).doesNotContainKey("tilth");
    }

    @Test
    void leavesATraceInTheTrailAndOnTheAccount() {
        browser.signIn(lin.login(), PASSWORD);

        assertThat(browser.get("/api/v1/audit?action=session.opened").text("/items/0/actor/name"))
                .isEqualTo("Lin");
        assertThat(browser.get("/api/v1/accounts").text("/items/0/lastSignedInAt"))
                .isNotEmpty();
    }

    @Test
    void namesTheFieldsThatAreMissing() {
        var refused = browser.post("/api/v1/session", Map.of("login", ""));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().at("/errors").findValuesAsString("pointer"))
                .containsExactlyInAnyOrder("#/login", "#/password");
        assertThat(browser.signIn("nul\u0000", "nul\u0000").status()).isBetween(400, 401);
    }

    @Test
    void keepsNoPasswordInTheDatabase() {
        assertThat(house.query(
                        "select * from access.person where id = ?", lin.id().value()))
                .allSatisfy(
                        row -> assertThat(row.toString()).contains("$argon2id$").doesNotContain(PASSWORD));
    }

    private void guessWrong(Person person, int times) {
        for (int guess = 0; guess < times; guess++) {
            if (guess % 5 == 0) {
                clock.forward(PAUSE);
            }
            assertThat(browser.signIn(person.login(), "wrong " + guess).status())
                    .isEqualTo(401);
        }
    }
}
