package io.tilth.access.link;

import static io.tilth.access.House.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import io.tilth.access.RoleId;
import io.tilth.access.TestBrowser;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Links by which somebody chooses a new password. */
class ResetLinksTest extends LinksKit {

    @Test
    void resetAPassword() {
        var zhao = house.member(acme, RoleId.of(GUIDE));
        persons.beginTotp(zhao.id());
        house.update(
                "update access.person set totp_sealed = totp_pending where id = ?",
                zhao.id().value());
        for (int guess = 0; guess < 5; guess++) {
            guest.signIn(zhao.login(), "forgotten");
        }
        var token = token(resetLink(zhao));
        var looked = look(token);
        assertThat(looked.text("/kind")).isEqualTo("RESET");
        assertThat(looked.text("/login")).isEqualTo(zhao.login());

        assertThat(use(token, "somebody else", "a new password").text("/state")).isEqualTo("SIGNED_IN");

        assertThat(guest.get("/api/v1/session").text("/person/login")).isEqualTo(zhao.login());
        assertThat(guest.get("/api/v1/me").json().at("/totp").asBoolean()).isFalse();
        assertThat(new TestBrowser(port).signIn(zhao.login(), "a new password").status())
                .isEqualTo(200);
        assertThat(new TestBrowser(port).signIn(zhao.login(), PASSWORD).status())
                .isEqualTo(401);
        assertThat(use(token, zhao.login(), "a third password").problem()).isEqualTo("link-not-valid");
        assertThat(admin.get("/api/v1/audit?action=account").json().at("/items").findValuesAsString("action"))
                .contains("account.reset-link-made", "account.password-reset");
    }

    @Test
    void endEverySessionWhenAPasswordIsReset() {
        var zhao = house.member(acme, RoleId.of(GUIDE));
        var thief = new TestBrowser(port);
        thief.signIn(zhao.login(), PASSWORD);

        use(token(resetLink(zhao)), zhao.login(), "a new password");

        assertThat(thief.get("/api/v1/me").problem()).isEqualTo("not-signed-in");
        assertThat(guest.get("/api/v1/me").status()).isEqualTo(200);
    }

    @Test
    void resetOneAtATimeWithinADay() {
        var zhao = house.member(acme, RoleId.of(GUIDE));
        var first = token(resetLink(zhao));
        var second = token(resetLink(zhao));

        assertThat(look(first).problem()).isEqualTo("link-not-valid");
        assertThat(look(second).status()).isEqualTo(200);
        clock.forward(Duration.ofDays(1).plusMinutes(1));
        assertThat(look(second).problem()).isEqualTo("link-not-valid");
    }

    /** Or the administrator of one company could come in at another. */
    @Test
    void neverResetALoginThatAnotherTenantTrusts() {
        var zhao = house.member(acme, RoleId.of(GUIDE));
        var token = token(resetLink(zhao));
        var globex = house.company("Globex");
        house.join(globex, zhao);

        assertThat(resetLink(zhao).problem()).isEqualTo("reset-of-shared-login");
        assertThat(use(token, zhao.login(), "a new password").problem()).isEqualTo("reset-of-shared-login");
        assertThat(new TestBrowser(port).signIn(zhao.login(), PASSWORD).status())
                .isEqualTo(200);
    }
}
