package io.tilth.access.signin;

import static io.tilth.access.House.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import io.tilth.access.BrowserTest;
import io.tilth.access.House;
import io.tilth.access.MovableClock;
import io.tilth.access.Persons.Person;
import io.tilth.access.TestBrowser;
import java.security.InvalidKeyException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.util.encoders.Base32;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@BrowserTest
class SecondFactorTest {

    private static final Duration STEP = Duration.ofSeconds(30);

    @Autowired
    House house;

    @Autowired
    MovableClock clock;

    @LocalServerPort
    int port;

    TestBrowser browser;
    Person lin;
    String secret;

    @BeforeEach
    void turnOn() {
        clock.reset();
        browser = new TestBrowser(port);
        lin = house.administrator(house.company("Acme"));
        browser.signIn(lin.login(), PASSWORD);
        secret = browser.post("/api/v1/me/totp", Map.of("password", PASSWORD)).text("/secret");
        assertThat(browser.put("/api/v1/me/totp", Map.of("code", code())).status())
                .isEqualTo(204);
        clock.forward(STEP);
    }

    @Test
    void isAskedForOnceItIsOn() {
        var other = new TestBrowser(port);

        assertThat(other.signIn(lin.login(), PASSWORD).text("/state")).isEqualTo("CODE_NEEDED");
        assertThat(other.cookies()).doesNotContainKey("tilth");
        assertThat(other.signIn(lin.login(), PASSWORD, "").text("/state")).isEqualTo("CODE_NEEDED");

        assertThat(other.signIn(lin.login(), PASSWORD, code()).text("/state")).isEqualTo("SIGNED_IN");
        assertThat(other.get("/api/v1/me").json().at("/totp").asBoolean()).isTrue();
    }

    @Test
    void isGoodOnce() {
        var code = code();
        assertThat(new TestBrowser(port).signIn(lin.login(), PASSWORD, code).status())
                .isEqualTo(200);

        var again = new TestBrowser(port).signIn(lin.login(), PASSWORD, code);

        assertThat(again.status()).isEqualTo(401);
        assertThat(again.problem()).isEqualTo("code-not-right");
        clock.forward(STEP);
        assertThat(new TestBrowser(port).signIn(lin.login(), PASSWORD, code).status())
                .isEqualTo(401);
        assertThat(new TestBrowser(port).signIn(lin.login(), PASSWORD, code()).status())
                .isEqualTo(200);
    }

    @Test
    void isNoGoodTwoStepsLater() {
        var code = code();
        clock.forward(STEP.multipliedBy(2));

        assertThat(new TestBrowser(port).signIn(lin.login(), PASSWORD, code).problem())
                .isEqualTo("code-not-right");
    }

    @Test
    void cannotBeGuessedByWhoKnowsThePassword() {
        var thief = new TestBrowser(port);
        for (int guess = 0; guess < 5; guess++) {
            assertThat(thief.signIn(lin.login(), PASSWORD, "00000" + guess).status())
                    .isEqualTo(401);
        }

        assertThat(thief.signIn(lin.login(), PASSWORD).problem()).isEqualTo("too-many-guesses");
        assertThat(thief.signIn(lin.login(), PASSWORD, code()).problem()).isEqualTo("too-many-guesses");
    }

    @Test
    void isLockedToWhoKnowsThePasswordAfterTwentyCodes() {
        var thief = new TestBrowser(port);
        for (int guess = 0; guess < 20; guess++) {
            if (guess % 4 == 0) {
                clock.forward(STEP);
                assertThat(thief.signIn(lin.login(), PASSWORD).text("/state")).isEqualTo("CODE_NEEDED");
            }
            assertThat(thief.signIn(lin.login(), PASSWORD, "00000" + guess % 10).status())
                    .isEqualTo(401);
        }

        clock.forward(STEP);
        assertThat(thief.signIn(lin.login(), PASSWORD, code()).problem()).isEqualTo("too-many-guesses");
    }

    @Test
    void staysOnUntilThePasswordIsGiven() {
        assertThat(browser.delete("/api/v1/me/totp", Map.of("password", "not mine"))
                        .problem())
                .isEqualTo("password-not-right");
        assertThat(browser.get("/api/v1/me").json().at("/totp").asBoolean()).isTrue();

        assertThat(browser.delete("/api/v1/me/totp", Map.of("password", PASSWORD))
                        .status())
                .isEqualTo(204);
        assertThat(new TestBrowser(port).signIn(lin.login(), PASSWORD).text("/state"))
                .isEqualTo("SIGNED_IN");
    }

    @Test
    void comesOnOnlyOnceTheAppHasProvenItself() {
        var zhao = house.administrator(house.company("Globex"));
        var other = new TestBrowser(port);
        other.signIn(zhao.login(), PASSWORD);
        other.post("/api/v1/me/totp", Map.of("password", PASSWORD));

        var refused = other.put("/api/v1/me/totp", Map.of("code", "000000"));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.problem()).isEqualTo("code-not-right");
        assertThat(new TestBrowser(port).signIn(zhao.login(), PASSWORD).text("/state"))
                .isEqualTo("SIGNED_IN");
    }

    @Test
    void guardsTheWayIntoAnotherCompanyToo() {
        var host = new TestBrowser(port);
        host.signIn(house.administrator(house.company("Beta")).login(), PASSWORD);
        var role = host.get("/api/v1/roles").text("/0/id");
        var link = host.post("/api/v1/invitations", Map.of("name", "Lin", "roleId", role))
                .text("/link");
        var use = Map.of("token", link.replaceAll(".*#", ""), "login", lin.login(), "password", PASSWORD);

        var guest = new TestBrowser(port);
        assertThat(guest.post("/api/v1/links/use", use).text("/state")).isEqualTo("CODE_NEEDED");
        assertThat(host.get("/api/v1/accounts").json().at("/items")).hasSize(1);

        var proven = new HashMap<>(use);
        proven.put("code", code());
        assertThat(guest.post("/api/v1/links/use", proven).text("/state")).isEqualTo("SIGNED_IN");
        assertThat(host.get("/api/v1/accounts").json().at("/items")).hasSize(2);
    }

    @Test
    void liesSealedInTheDatabase() {
        var row = house.query(
                        "select * from access.person where id = ?", lin.id().value())
                .getFirst();

        assertThat((byte[]) row.get("totp_sealed")).isNotEmpty();
        assertThat(new String((byte[]) row.get("totp_sealed"))).doesNotContain(secret);
        assertThat(row.get("totp_pending")).isNull();
    }

    private String code() {
        try {
            return new TimeBasedOneTimePasswordGenerator()
                    .generateOneTimePasswordString(
                            new SecretKeySpec(Base32.decode(secret), "HmacSHA1"), clock.instant());
        } catch (InvalidKeyException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
