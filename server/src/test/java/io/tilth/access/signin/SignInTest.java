package io.tilth.access.signin;

import static io.tilth.access.House.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import io.tilth.access.BrowserTest;
import io.tilth.access.House;
import io.tilth.access.MovableClock;
import io.tilth.access.TestBrowser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@BrowserTest
class SignInTest {

    @Autowired
    House house;

    @Autowired
    MovableClock clock;

    @LocalServerPort
    int port;

    @BeforeEach
    void today() {
        clock.reset();
    }

    @Test
    void letsAPersonInWhoseOnlyPlaceThisIs() {
        var acme = house.company("Acme");
        var lin = house.administrator(acme);
        var browser = new TestBrowser(port);

        var signedIn = browser.signIn(lin.login().toUpperCase(), PASSWORD);

        assertThat(signedIn.body()).contains("SIGNED_IN", "Acme");
        var session = browser.get("/api/v1/session");
        assertThat(session.status()).as(session.body()).isEqualTo(200);
        assertThat(session.text("/place/name")).isEqualTo("Acme");
        assertThat(session.text("/account/name")).isEqualTo("Lin");
        assertThat(session.json().at("/rights").toString()).contains("account:write");
        assertThat(browser.get("/api/v1/accounts").status()).isEqualTo(200);
    }
}
