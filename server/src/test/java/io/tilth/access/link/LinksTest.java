package io.tilth.access.link;

import static io.tilth.access.House.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import io.tilth.access.RoleId;
import io.tilth.access.TestBrowser;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LinksTest extends LinksKit {

    @Test
    void openAnAccountForTheInvited() {
        var made = invite(GUIDE);
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.text("/link")).startsWith("http://localhost:8080/join#");
        var token = token(made);

        var looked = guest.post("/api/v1/links/look", Map.of("token", token));

        assertThat(looked.text("/kind")).isEqualTo("INVITATION");
        assertThat(looked.text("/place/name")).isEqualTo("Acme");
        assertThat(looked.text("/name")).isEqualTo("Zhao");
        assertThat(looked.text("/role")).isNotEmpty();
        assertThat(looked.json().at("/login").isNull()).isTrue();

        assertThat(use(token, login, "a long password").text("/state")).isEqualTo("SIGNED_IN");

        var session = guest.get("/api/v1/session");
        assertThat(session.text("/account/name")).isEqualTo("Zhao");
        assertThat(session.text("/place/name")).isEqualTo("Acme");
        assertThat(new TestBrowser(port).signIn(login, "a long password").status())
                .isEqualTo(200);
        assertThat(admin.get("/api/v1/invitations").json()).isEmpty();
    }

    @Test
    void areListedUntilUsedOrRevoked() {
        var made = invite(GUIDE);

        var waiting = admin.get("/api/v1/invitations");

        assertThat(waiting.text("/0/name")).isEqualTo("Zhao");
        assertThat(waiting.text("/0/role/id")).isEqualTo(GUIDE);
        assertThat(waiting.body()).doesNotContain(token(made).split("\\.")[2]);
        assertThat(admin.delete("/api/v1/invitations/" + made.text("/id")).status())
                .isEqualTo(204);
        assertThat(admin.delete("/api/v1/invitations/" + made.text("/id")).problem())
                .isEqualTo("invitation-not-found");
        assertThat(use(token(made), login, "a long password").problem()).isEqualTo("link-not-valid");
        assertThat(admin.get("/api/v1/audit?action=invitation")
                        .json()
                        .at("/items")
                        .findValuesAsString("action"))
                .containsExactly("invitation.revoked", "invitation.made");
    }

    @Test
    void areInvisibleToOtherTenants() {
        var made = invite(GUIDE);
        var rival = new TestBrowser(port);
        rival.signIn(house.administrator(house.company("Globex")).login(), PASSWORD);

        assertThat(rival.get("/api/v1/invitations").json()).isEmpty();
        assertThat(rival.delete("/api/v1/invitations/" + made.text("/id")).problem())
                .isEqualTo("invitation-not-found");
        var parts = token(made).split("\\.");
        assertThat(look("0." + parts[1] + "." + parts[2]).problem()).isEqualTo("link-not-valid");
        assertThat(look("zzz." + parts[1] + "." + parts[2]).problem()).isEqualTo("link-not-valid");
    }

    @Test
    void workOnce() {
        var token = token(invite(GUIDE));
        use(token, login, "a long password");

        assertThat(use(token, login + "2", "a long password").problem()).isEqualTo("link-not-valid");
        assertThat(look(token).status()).isEqualTo(404);
    }

    @Test
    void workOnceAlsoWhenUsedByManyAtOnce() throws InterruptedException, ExecutionException {
        var token = token(invite(GUIDE));
        try (var crowd = Executors.newFixedThreadPool(6)) {
            var uses = IntStream.range(0, 6)
                    .mapToObj(number -> crowd.submit(() -> new TestBrowser(port)
                            .post("/api/v1/links/use", body(token, login + number, "a long password"))
                            .status()))
                    .toList();
            var answers = new ArrayList<Integer>();
            for (var use : uses) {
                answers.add(use.get());
            }
            assertThat(answers).containsOnlyOnce(200).containsOnly(200, 404);
        }
        assertThat(persons.of(acme)).hasSize(2);
        assertThat(house.query("select 1 from access.person where login like ?", login + "%"))
                .hasSize(1);
    }

    @Test
    void holdForSevenDays() {
        var token = token(invite(GUIDE));
        clock.forward(Duration.ofDays(7).minusMinutes(1));
        assertThat(look(token).status()).isEqualTo(200);

        clock.forward(Duration.ofMinutes(2));

        assertThat(look(token).problem()).isEqualTo("link-not-valid");
        assertThat(use(token, login, "a long password").problem()).isEqualTo("link-not-valid");
    }

    @Test
    void areWorthNothingWithoutTheirSecret() {
        var token = token(invite(GUIDE));
        var last = token.endsWith("A") ? "Q" : "A";
        var parts = token.split("\\.");
        var forged = parts[0] + "." + parts[1] + "." + last + parts[2].substring(1);

        assertThat(look(forged).problem()).isEqualTo("link-not-valid");
        assertThat(look("nonsense").problem()).isEqualTo("link-not-valid");
        assertThat(house.query(
                                "select encode(secret_hash, 'escape') as hash from access.link where tenant_id = ?",
                                acme.value())
                        .toString())
                .doesNotContain(parts[2]);
    }

    @Test
    void areSpentOnlyByAGoodPassword() {
        var token = token(invite(GUIDE));

        assertThat(use(token, login, "short").problem()).isEqualTo("password-too-short");
        assertThat(use(token, "a b", "a long password").problem()).isEqualTo("login-not-valid");
        assertThat(use(token, login, "1234567890").problem()).isEqualTo("password-too-common");

        assertThat(use(token, login, "a long password").status()).isEqualTo(200);
    }

    @Test
    void giveAKnownPersonAnotherPlaceWhenTheyProveThemselves() {
        var zhao = house.administrator(house.company("Globex"));
        var token = token(invite(GUIDE));

        assertThat(use(token, zhao.login(), "not their password").problem()).isEqualTo("sign-in-failed");
        var joined = use(token, zhao.login(), PASSWORD);

        assertThat(joined.text("/state")).isEqualTo("SIGNED_IN");
        assertThat(joined.json().at("/places")).hasSize(2);
        assertThat(guest.get("/api/v1/session").text("/place/name")).isEqualTo("Acme");
    }

    @Test
    void openNoSecondAccountForWhoHasOne() {
        var token = token(invite(GUIDE));

        assertThat(use(token, lin.login(), PASSWORD).problem()).isEqualTo("account-exists");
        assertThat(look(token).status()).isEqualTo(200);
    }

    @Test
    void giveNoMoreThanTheInviterHolds() {
        var guide = house.member(acme, RoleId.of(GUIDE));
        var theirs = new TestBrowser(port);
        theirs.signIn(guide.login(), PASSWORD);
        assertThat(theirs.post("/api/v1/invitations", Map.of("name", "X", "roleId", GUIDE))
                        .problem())
                .isEqualTo("not-allowed");
        house.update(
                "insert into access.role values (?, ?::uuid, 'Hirer', 'ALL', false, array['account:write'], 1)",
                acme.value(),
                new UUID(7, 7).toString());
        var hirer = house.member(acme, RoleId.of(new UUID(7, 7).toString()));
        theirs.signIn(hirer.login(), PASSWORD);

        assertThat(theirs.post("/api/v1/invitations", Map.of("name", "X", "roleId", ADMINISTRATOR))
                        .problem())
                .isEqualTo("role-beyond-own");
    }

    @Test
    void makeTheFirstOperator() {
        var token = operators.inviteOperator("Wang").link().getFragment();

        use(token, login, "a long password");

        var session = guest.get("/api/v1/session");
        assertThat(session.text("/place/kind")).isEqualTo("HOUSE");
        assertThat(session.json().at("/place/validUntil").isNull()).isTrue();
        assertThat(session.json().at("/rights").toString()).contains("tenant:write", "support:ask");
        assertThat(operators.any()).isTrue();
    }
}
