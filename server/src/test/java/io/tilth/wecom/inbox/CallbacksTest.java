package io.tilth.wecom.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tilth.ServerTest;
import io.tilth.kernel.KernelProbe;
import io.tilth.kernel.Probing;
import io.tilth.kernel.TenantVisits;
import io.tilth.wecom.CallbackAddresses;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A person sees what came in and what became of it, and lets what failed try again. */
@ServerTest
@Import({KernelProbe.class, HearingConsumer.class})
class CallbacksTest {

    private static final JsonMapper JSON = new JsonMapper();

    @LocalServerPort
    int port;

    @Autowired
    TenantVisits visits;

    @Autowired
    CallbackAddresses addresses;

    @Autowired
    CallbackService callbacks;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    Probing person;
    Correspondent wecom;
    long now;

    @BeforeEach
    void connect() {
        person = Probing.on(port, "wecom:read,wecom:write");
        wecom = Correspondent.of(port, person.tenant(), visits, addresses);
        now = clock.instant().getEpochSecond();
    }

    @Test
    void showsWhatCameInAndWhatBecameOfIt() {
        wecom.send(Correspondent.message("test_one", "create", "wm1", now, "<WelcomeCode>CODE</WelcomeCode>"));
        wecom.send(Correspondent.message("unheard_of", "", "wm2", now + 1, ""));
        await().until(() -> list("?state=DONE").size() == 2);

        var newest = list("").get(0);
        assertThat(newest.get("event").asString()).isEqualTo("unheard_of");
        assertThat(newest.get("heard").asBoolean()).isFalse();
        assertThat(list("?state=WAITING")).isEmpty();
        assertThat(list("?event=test_one")).singleElement().satisfies(one -> {
            assertThat(one.get("subject").asString()).isEqualTo("wm1");
            assertThat(one.get("change").asString()).isEqualTo("create");
            var fields = get(one.get("id").asString()).get("fields");
            assertThat(fields.get("ExternalUserID").asString()).isEqualTo("wm1");
            assertThat(fields.get("WelcomeCode").asString()).isEqualTo("•••");
        });
    }

    @Test
    void turnsThePages() {
        for (int i = 0; i < 5; i++) {
            wecom.send(Correspondent.message("test_page", "create", "wm" + i, now + i, ""));
        }
        await().until(() -> list("").size() == 5);
        var first = page("?limit=3");
        var second = page("?limit=3&cursor=" + first.get("next").asString());
        assertThat(first.get("items")).hasSize(3);
        assertThat(second.get("items")).hasSize(2);
        assertThat(second.get("next").isNull()).isTrue();
    }

    @Test
    void triesAgainWhatFailed() {
        wecom.send(Correspondent.message("test_fail", "break", "wm1", now, ""));
        await().until(() -> list("?state=WAITING").size() == 1
                && !list("?state=WAITING").get(0).get("reason").isNull());
        var id = list("?state=WAITING").get(0).get("id").asString();
        assertThat(post(id + "/retry")).isEqualTo(409);
        giveUp();

        assertThat(list("?state=FAILED")).hasSize(1);
        assertThat(post(id + "/replay")).isEqualTo(409);
        assertThat(post(id + "/retry")).isEqualTo(204);
        await().until(() -> get(id).get("attempts").asInt() > 5);
        assertThat(list("?state=FAILED")).hasSize(1);
        mend();
        var retried = person.post("/api/v1/wecom/callbacks/retry", "{\"event\": \"test_fail\"}");
        assertThat(retried.body()).contains("\"retried\":1");
        await().until(() -> list("?state=DONE").size() == 1);
        assertThat(list("?state=FAILED")).isEmpty();
    }

    @Test
    void replaysWhatIsDone() {
        wecom.send(Correspondent.message("test_again", "create", "wm1", now, ""));
        await().until(() -> list("?state=DONE").size() == 1);
        var id = list("").get(0).get("id").asString();

        assertThat(post(id + "/replay")).isEqualTo(204);
        await().until(() ->
                asTenant("select id from kernel.audit where tenant_id = :it and action = 'callback.heard'") == 2);
        assertThat(asTenant("select id from kernel.audit where tenant_id = :it and action = 'callback.replayed'"))
                .isOne();
    }

    @Test
    void hidesThemFromAnotherTenant() {
        wecom.send(Correspondent.message("test_mine", "create", "wm1", now, ""));
        await().until(() -> list("?state=DONE").size() == 1);
        var id = list("").get(0).get("id").asString();
        var stranger = Probing.on(port, "wecom:read,wecom:write");

        assertThat(stranger.get("/api/v1/wecom/callbacks").body()).doesNotContain(id);
        for (var deed : List.of("/retry", "/replay")) {
            assertThat(stranger.post("/api/v1/wecom/callbacks/" + id + deed, "{}")
                            .statusCode())
                    .isEqualTo(404);
        }
        assertThat(stranger.get("/api/v1/wecom/callbacks/" + id).statusCode()).isEqualTo(404);
    }

    @Test
    void forgetsWhatIsOlderThanThirtyDaysAndKeepsTheMonths() {
        wecom.send(Correspondent.message("test_old", "create", "wm1", now - 31 * 86_400, ""));
        wecom.send(Correspondent.message("test_new", "create", "wm1", now - 29 * 86_400, ""));
        await().until(() -> asTenant("select id from wecom.callback where tenant_id = :it") == 2);
        await().until(() -> asTenant("select id from wecom.callback_due where tenant_id = :it") == 0);
        callbacks.keepMonths();
        visits.system(person.tenant(), () -> {
            callbacks.forgetOld();
            return true;
        });
        assertThat(asTenant("select id from wecom.callback where tenant_id = :it"))
                .isOne();
        assertThat(get(UUID.randomUUID().toString()).get("type").asString()).contains("callback-not-found");
    }

    /** As five tries would, without waiting for them. */
    private void giveUp() {
        asTenant("""
                update wecom.callback_failure set attempts = 5, next_at = null where tenant_id = :it returning id""");
        asTenant("delete from wecom.callback_due where tenant_id = :it returning id");
    }

    private void mend() {
        asTenant("update wecom.callback set change = 'mended' where tenant_id = :it returning id");
    }

    private int post(String what) {
        return person.post("/api/v1/wecom/callbacks/" + what, "{}").statusCode();
    }

    private JsonNode get(String id) {
        return JSON.readTree(person.get("/api/v1/wecom/callbacks/" + id).body());
    }

    private List<JsonNode> list(String query) {
        return page(query).get("items").valueStream().toList();
    }

    private JsonNode page(String query) {
        var answer = person.get("/api/v1/wecom/callbacks" + query);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private int asTenant(String sql) {
        return visits.system(
                person.tenant(),
                () -> jdbc.sql(sql)
                        .param("it", person.tenant().value())
                        .query()
                        .listOfRows()
                        .size());
    }
}
