package io.tilth.access.link;

import static io.tilth.access.House.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import io.tilth.access.BrowserTest;
import io.tilth.access.House;
import io.tilth.access.MovableClock;
import io.tilth.access.Operators;
import io.tilth.access.Persons;
import io.tilth.access.Persons.Person;
import io.tilth.access.TestBrowser;
import io.tilth.access.TestBrowser.Answer;
import io.tilth.kernel.TenantId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** People with links, for the tests about them. */
@BrowserTest
abstract class LinksKit {

    static final String GUIDE = new UUID(0, 4).toString();
    static final String ADMINISTRATOR = new UUID(0, 1).toString();

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

    Answer invite(String role) {
        return admin.post("/api/v1/invitations", Map.of("name", "Zhao", "roleId", role));
    }

    Answer resetLink(Person person) {
        var account = persons.memberships(person.id()).stream()
                .filter(membership -> membership.tenant().equals(acme))
                .findFirst()
                .orElseThrow()
                .account();
        return admin.post("/api/v1/accounts/" + account.value() + "/reset-link", null);
    }

    Answer look(String token) {
        return guest.post("/api/v1/links/look", Map.of("token", token));
    }

    Answer use(String token, String login, String password) {
        return guest.post("/api/v1/links/use", body(token, login, password));
    }

    static Map<String, String> body(String token, String login, String password) {
        return Map.of("token", token, "login", login, "password", password);
    }

    static String token(Answer made) {
        assertThat(made.problem()).isEmpty();
        return List.of(made.text("/link").split("#")).getLast();
    }
}
