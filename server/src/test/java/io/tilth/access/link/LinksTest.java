package io.tilth.access.link;

import static io.tilth.access.House.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import io.tilth.access.BrowserTest;
import io.tilth.access.House;
import io.tilth.access.MovableClock;
import io.tilth.access.Operators;
import io.tilth.access.Persons;
import io.tilth.access.Persons.Person;
import io.tilth.access.RoleId;
import io.tilth.access.TestBrowser;
import io.tilth.access.TestBrowser.Answer;
import io.tilth.kernel.TenantId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@BrowserTest
class LinksTest {

    private static final String GUIDE = new UUID(0, 4).toString();
    private static final String ADMINISTRATOR = new UUID(0, 1).toString();

    @Autowired
    House house;

    @Autowired
    MovableClock clock;

    @Autowired
    Persons persons;

    @Autowired
    Operators operators;

    @LocalServerPort
    int port;

    TenantId acme;
    Person lin;
    TestBrowser admin;
    TestBrowser guest;
    String login;

    @BeforeEach
    void furnish() {
        clock.reset();
        acme = house.company("Acme");
        lin = house.administrator(acme);
        admin = new TestBrowser(port);
        admin.signIn(lin.login(), PASSWORD);
        guest = new TestBrowser(port);
        login = "guest-" + UUID.randomUUID();
    }

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

    private Answer invite(String role) {
        return admin.post("/api/v1/invitations", Map.of("name", "Zhao", "roleId", role));
    }

    private Answer resetLink(Person person) {
        var account = persons.memberships(person.id()).stream()
                .filter(membership -> membership.tenant().equals(acme))
                .findFirst()
                .orElseThrow()
                .account();
        return admin.post("/api/v1/accounts/" + account.value() + "/reset-link", null);
    }

    private Answer look(String token) {
        return guest.post("/api/v1/links/look", Map.of("token", token));
    }

    private Answer use(String token, String login, String password) {
        return guest.post("/api/v1/links/use", body(token, login, password));
    }

    private static Map<String, String> body(String token, String login, String password) {
        return Map.of("token", token, "login", login, "password", password);
    }

    private static String token(Answer made) {
        assertThat(made.problem()).isEmpty();
        return List.of(made.text("/link").split("#")).getLast();
    }
}
