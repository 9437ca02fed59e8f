package io.tilth.tracking.share;

import static org.assertj.core.api.Assertions.assertThat;

import io.tilth.ServerTest;
import io.tilth.directory.Directories;
import io.tilth.kernel.KernelProbe;
import io.tilth.kernel.Probing;
import io.tilth.kernel.TenantJdbc;
import io.tilth.wecom.Callback;
import io.tilth.wecom.CompanyId;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a member got ready for a customer waits for the chat, once, and for nobody else. */
@ServerTest
@Import({KernelProbe.class, Directories.class})
class ParkedTest {

    private static final String RIGHTS = "customer:read,share:read,share:write";

    @LocalServerPort
    int port;

    @Autowired
    Directories directories;

    @Autowired
    TenantJdbc jdbc;

    private Probing acme;
    private CompanyId company;
    private Probing lin;
    private String wang;

    @BeforeEach
    void withAFriend() {
        acme = Probing.on(port, RIGHTS);
        company = directories.connect(acme.tenant());
        wang = befriend("wang", "lin");
        lin = of("lin", RIGHTS);
    }

    @Test
    void holdsOneSentenceForACustomerTheLatest() {
        park(lin, "第一句", null);
        park(lin, "第二句", null);

        assertThat(waiting(lin)).hasSize(1);
        assertThat(waiting(lin).at("/0/sentence").asString()).isEqualTo("第二句");
    }

    @Test
    void holdsEachMaterialOnceBesideTheSentence() {
        var one = UUID.randomUUID();
        park(lin, "您好", null);
        park(lin, "", one);
        park(lin, "", one);
        park(lin, "", UUID.randomUUID());

        assertThat(waiting(lin)).hasSize(3);
    }

    @Test
    void isGoneOnceItWasSentOrDropped() {
        park(lin, "您好", null);
        var path = "/api/v1/parked/" + waiting(lin).at("/0/id").asString();

        befriend("wang", "zhao");
        assertThat(of("zhao", RIGHTS).delete(path).statusCode()).isEqualTo(404);
        assertThat(lin.delete(path).statusCode()).isEqualTo(204);
        assertThat(waiting(lin)).isEmpty();
        assertThat(lin.delete(path).statusCode()).isEqualTo(404);
    }

    @Test
    void refusesNothingAtAllAndTooMuch() {
        assertThat(lin.post("/api/v1/parked", body(" ", null)).statusCode()).isEqualTo(400);
        assertThat(lin.post("/api/v1/parked", body("字".repeat(1001), null)).statusCode())
                .isEqualTo(400);
    }

    @Test
    void isForFriendsOfTheCallerAndTheirOwnTenant() {
        park(lin, "您好", null);
        befriend("other", "zhao");
        var zhao = of("zhao", RIGHTS);

        assertThat(zhao.get("/api/v1/parked?customer=" + wang).statusCode()).isEqualTo(404);
        assertThat(zhao.post("/api/v1/parked", body("您好", null)).statusCode()).isEqualTo(404);
        assertThat(Probing.on(port, RIGHTS)
                        .get("/api/v1/parked?customer=" + wang)
                        .statusCode())
                .isEqualTo(404);
        assertThat(of("lin", "customer:read")
                        .get("/api/v1/parked?customer=" + wang)
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void keepsSharesAndVisitorsFromThoseWithoutTheRight() {
        var nobody = of("lin", "customer:read");

        assertThat(nobody.get("/api/v1/shares").statusCode()).isEqualTo(403);
        assertThat(nobody.get("/api/v1/visitors").statusCode()).isEqualTo(403);
        assertThat(lin.get("/api/v1/shares").statusCode()).isEqualTo(200);
        assertThat(lin.get("/api/v1/visitors").statusCode()).isEqualTo(200);
        assertThat(lin.get("/api/v1/shares/" + UUID.randomUUID() + "/visits").statusCode())
                .isEqualTo(404);
    }

    private void park(Probing who, String sentence, @Nullable UUID material) {
        var answer = who.post("/api/v1/parked", body(sentence, material));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    }

    private String body(String sentence, @Nullable UUID material) {
        return "{\"customerId\":\"%s\",\"sentence\":\"%s\",\"materialId\":%s}"
                .formatted(wang, sentence, material == null ? "null" : "\"" + material + "\"");
    }

    private JsonNode waiting(Probing who) {
        var answer = who.get("/api/v1/parked?customer=" + wang);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return new JsonMapper().readTree(answer.body());
    }

    private String befriend(String external, String user) {
        directories.tell(
                acme.tenant(),
                new Callback(
                        UUID.randomUUID(),
                        company,
                        "change_external_contact",
                        "add_external_contact",
                        Instant.now(),
                        Map.of("UserID", user, "ExternalUserID", external)));
        return directories.in(
                acme.tenant(),
                () -> jdbc.sql("""
                select customer_id from customer.identity where tenant_id = :tenant and external_user_id = :external
                """)
                        .param("external", external)
                        .query(UUID.class)
                        .single()
                        .toString());
    }

    private Probing of(String user, String rights) {
        var self = directories.member(acme.tenant(), company, user).id().value();
        return new Probing(port, acme.tenant(), acme.account(), rights + ",SELF,MEMBER=" + self);
    }
}
