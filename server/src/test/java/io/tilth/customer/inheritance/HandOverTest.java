package io.tilth.customer.inheritance;

import static org.assertj.core.api.Assertions.assertThat;

import io.tilth.customer.Sandboxed;
import io.tilth.kernel.Probing;
import io.tilth.sandbox.actor.Actors;
import io.tilth.sandbox.contact.Follow;
import io.tilth.sandbox.corp.App;
import io.tilth.sandbox.seed.EmptyCompany;
import io.tilth.wecom.CallbackAddresses;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

/** From the manager's wish to the heir's customer, with WeCom in between. */
class HandOverTest extends Sandboxed {

    private static final String FROM = "member0";
    private static final String HEIR = "member1";

    @Autowired
    private CallbackAddresses addresses;

    private Probing manager;

    @BeforeEach
    void syncAndListen() {
        seed(2, 4);
        sync();
        var issued = in(() -> addresses.issue(company, CORP));
        var url = "http://localhost:" + port + issued.url().getPath();
        new Actors(SANDBOX.platform())
                .admins()
                .set(
                        CORP,
                        EmptyCompany.AGENT,
                        app -> app.with(new App.CallbackAddress(url, issued.token(), issued.aesKey(), Set.of())));
        manager = new Probing(port, acme.tenant(), UUID.randomUUID(), "inheritance:read,inheritance:write");
    }

    @Test
    void leadsTheCustomerToTheHeirAfterADay() {
        var customer = onlyOfTheFirst();
        var id = handOver(customer);

        SANDBOX.world().clock().move(Duration.ofHours(24));

        awaitCount(id, "done");
        assertThat(shown(id, "/state")).isEqualTo("DONE");
        await(() -> follows(HEIR, customer) == 1 && follows(FROM, customer) == 0);
    }

    @Test
    void tellsAtOnceThatTheCustomerRefused() {
        var customer = onlyOfTheFirst();
        var id = handOver(customer);

        SANDBOX.features().transfers().refuse(CORP, customer, HEIR);

        awaitCount(id, "refused");
        assertThat(shown(id, "/state")).isEqualTo("DONE");
        assertThat(follows(FROM, customer)).isEqualTo(1);
    }

    private String handOver(String customer) {
        var answer = manager.post("/api/v1/inheritances", """
                {"kind": "ON_JOB", "from": "%s", "to": "%s", "customers": ["%s"], "groups": false, "message": ""}""".formatted(member(FROM), member(HEIR), ours(customer)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        var id = new JsonMapper().readTree(answer.body()).at("/id").asString();
        await(() -> shown(id, "/state").equals("WAITING"));
        return id;
    }

    private void awaitCount(String id, String what) {
        await(() -> shown(id, "/customers/" + what).equals("1"));
    }

    private static void await(Callable<Boolean> that) {
        Awaitility.await().pollInSameThread().atMost(Duration.ofSeconds(45)).until(that);
    }

    private String shown(String id, String field) {
        return new JsonMapper()
                .readTree(manager.get("/api/v1/inheritances/" + id).body())
                .at(field)
                .asString();
    }

    private static String onlyOfTheFirst() {
        var contacts = SANDBOX.platform().contacts();
        return SANDBOX.world()
                .table(Follow.class)
                .all()
                .filter(follow -> follow.corp().equals(CORP) && follow.user().equals(FROM))
                .map(Follow::customer)
                .filter(one -> contacts.follow(CORP, HEIR, one).isEmpty())
                .findFirst()
                .orElseThrow();
    }

    private UUID member(String user) {
        return in(() -> jdbc.sql("select id from directory.member where tenant_id = :tenant and user_id = :user")
                .param("user", user)
                .query(UUID.class)
                .single());
    }

    private UUID ours(String customer) {
        return in(() ->
                jdbc.sql("""
                select customer_id from customer.identity
                where tenant_id = :tenant and external_user_id = :external
                """).param("external", customer).query(UUID.class).single());
    }

    private long follows(String user, String customer) {
        return ours().stream()
                .filter(line -> line.startsWith(user + "|" + customer + "|"))
                .count();
    }
}
