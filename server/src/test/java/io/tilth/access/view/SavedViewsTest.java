package io.tilth.access.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.tilth.access.AccessTest;
import io.tilth.access.AccountId;
import io.tilth.access.AccountRemoved;
import io.tilth.kernel.Probing;
import io.tilth.kernel.TenantScope;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;

@AccessTest
class SavedViewsTest {

    @LocalServerPort
    int port;

    @Autowired
    ApplicationEventPublisher events;

    Probing lin;
    Probing zhao;

    @BeforeEach
    void withTwoColleagues() {
        lin = Probing.on(port, "account:read");
        zhao = new Probing(port, lin.tenant(), UUID.randomUUID(), "account:read");
    }

    @Test
    void keepsAViewForItsMaker() {
        save(lin, "Trials", false);

        assertThat(views(lin)).contains("\"name\":\"Trials\"", "\"query\":\"filter=TRIAL_ENDING\"", "\"mine\":true");
        assertThat(views(zhao)).isEqualTo("[]");
        assertThat(lin.get("/api/v1/views?page=accounts").body()).isEqualTo("[]");
    }

    @Test
    void sharesAViewWithEverybodyOfTheTenant() {
        save(lin, "Trials", true);

        assertThat(views(zhao)).contains("Trials", "\"mine\":false");
        assertThat(views(Probing.on(port, "account:read"))).isEqualTo("[]");
    }

    @Test
    void isRemovedByItsMaker() {
        var id = save(lin, "Trials", true);

        assertThat(zhao.delete("/api/v1/views/" + id).body()).contains("/problems/view-not-own");
        assertThat(lin.delete("/api/v1/views/" + id).statusCode()).isEqualTo(204);
        assertThat(lin.delete("/api/v1/views/" + id).statusCode()).isEqualTo(404);
    }

    @Test
    void isRemovedByWhoLooksAfterAccountsWhenShared() {
        var caretaker = new Probing(port, lin.tenant(), UUID.randomUUID(), "account:write");

        assertThat(caretaker
                        .delete("/api/v1/views/" + save(lin, "Trials", true))
                        .statusCode())
                .isEqualTo(204);
        assertThat(caretaker
                        .delete("/api/v1/views/" + save(lin, "Trials", false))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void forgetsWhatOnlySomebodyWhoLeftSaw() {
        save(lin, "Mine", false);
        save(lin, "Ours", true);

        TenantScope.of(lin.tenant()).run(() -> events.publishEvent(new AccountRemoved(new AccountId(lin.account()))));

        assertThat(views(lin)).contains("Ours").doesNotContain("Mine");
    }

    private static String save(Probing who, String name, boolean shared) {
        var answer = who.post("/api/v1/views", """
                {"page": "tenants", "name": "%s", "query": "filter=TRIAL_ENDING", "shared": %s}""".formatted(name, shared));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return answer.body().replaceAll("(?s)^\\{\"id\":\"([^\"]+)\".*", "$1");
    }

    private static String views(Probing who) {
        return who.get("/api/v1/views?page=tenants").body();
    }
}
