package io.tilth.automation.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import io.tilth.ServerTest;
import io.tilth.customer.CustomerId;
import io.tilth.customer.Scores;
import io.tilth.customer.Scores.Kind;
import io.tilth.customer.Scores.Signal;
import io.tilth.directory.Directories;
import io.tilth.kernel.KernelProbe;
import io.tilth.kernel.Probing;
import io.tilth.kernel.TenantJdbc;
import io.tilth.wecom.Callback;
import io.tilth.wecom.CompanyId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One deed for many customers, what became of each, and who is left alone. */
@ServerTest
@Import({KernelProbe.class, Directories.class})
class BulkTest {

    private static final String RIGHTS = "customer:read,customer:write";

    @LocalServerPort
    int port;

    @Autowired
    Directories directories;

    @Autowired
    TenantJdbc jdbc;

    @Autowired
    Scores scores;

    private Probing acme;
    private CompanyId company;
    private Probing lin;
    private String wang;
    private String others;

    @BeforeEach
    void withFriends() {
        acme = Probing.on(port, RIGHTS);
        company = directories.connect(acme.tenant());
        wang = befriend("wang", "lin");
        others = befriend("li", "zhao");
        lin = of("lin");
    }

    @Test
    void putsATagOnWhoeverTheCallerIsFriendsWith() {
        var tag = UUID.randomUUID();
        run("insert into customer.tag (tenant_id, id, company_id, wecom_id, name, sort_order) values (:tenant, '" + tag
                + "', '" + company.value() + "', 'et" + tag + "', '橱柜', 0)");
        var order = "\"deed\":\"TAG\",\"tagId\":\"" + tag + "\"";

        assertThat(outcome(lin, wang, order)).isEqualTo("CHANGED");
        assertThat(outcome(lin, others, order)).isEqualTo("NOT_FOUND");
        assertThat(outcome(acme, others, order)).isEqualTo("CHANGED");
        assertThat(outcome(Probing.on(port, RIGHTS), wang, order)).isEqualTo("400");
        assertThat(wishes()).isEqualTo(2);
        run("""
                insert into customer.follow_tag (tenant_id, follow_id, tag_id)
                select :tenant, id, '%s' from customer.follow where tenant_id = :tenant""".formatted(tag));
        assertThat(outcome(lin, wang, order)).isEqualTo("ALREADY");
        assertThat(wishes()).isEqualTo(2);
    }

    @Test
    void saysOfEachWhatBecameOfThem() {
        var stages = read(lin, "/api/v1/stages").path("stages");
        var stage =
                "\"deed\":\"STAGE\",\"stageId\":\"" + stages.get(2).path("id").asString() + "\"";
        assertThat(outcome(lin, wang, stage)).isEqualTo("CHANGED");
        assertThat(outcome(lin, wang, stage)).isEqualTo("ALREADY");
        assertThat(outcome(lin, others, stage)).isEqualTo("NOT_FOUND");

        var remind = "\"deed\":\"REMIND\",\"remindAt\":\"" + Instant.now().plus(Duration.ofHours(3)) + "\"";
        assertThat(outcome(lin, wang, remind)).isEqualTo("CHANGED");
        assertThat(outcome(acme, wang, remind)).isEqualTo("NO_FRIEND");
    }

    @Test
    void isForTwoHundredAtMostAndForThoseWhoMayWrite() {
        var many = String.join(
                ",",
                Stream.generate(() -> "\"" + UUID.randomUUID() + "\"")
                        .limit(201)
                        .toList());
        var body = "{\"ids\":[%s],\"deed\":\"STAGE\",\"stageId\":\"%s\"}";

        assertThat(lin.post("/api/v1/customers/bulk", body.formatted(many, wang))
                        .statusCode())
                .isEqualTo(400);
        var reader = new Probing(port, acme.tenant(), acme.account(), "customer:read");
        assertThat(reader.post("/api/v1/customers/bulk", body.formatted("\"" + wang + "\"", wang))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void neitherScoresNorPutsOnTheListWhoAskedForQuiet() {
        did(wang, Kind.PRICE_OPENED, "one");
        assertThat(read(lin, "/api/v1/today").path("items")).hasSize(1);
        assertThat(lin.put("/api/v1/customers/" + wang + "/quiet", "{\"quiet\":true}")
                        .statusCode())
                .isEqualTo(200);
        int before = read(lin, "/api/v1/customers/" + wang).path("score").asInt();

        did(wang, Kind.PHONE_LEFT, "two");
        assertThat(read(lin, "/api/v1/customers/" + wang).path("score").asInt()).isEqualTo(before);
        assertThat(read(lin, "/api/v1/today").path("items")).isEmpty();
        var remind = "\"deed\":\"REMIND\",\"remindAt\":\"" + Instant.now().plus(Duration.ofHours(3)) + "\"";
        assertThat(outcome(lin, wang, remind)).isEqualTo("CHANGED");
        run("update automation.today_deed set until = now() - interval '1 second' where tenant_id = :tenant");
        var card = read(lin, "/api/v1/today").at("/items/0");
        assertThat(card.path("quiet").asBoolean()).isTrue();
        assertThat(card.at("/suggestion/sentence").asString()).isEmpty();
        assertThat(of("zhao")
                        .put("/api/v1/customers/" + wang + "/quiet", "{\"quiet\":false}")
                        .statusCode())
                .isEqualTo(404);
    }

    private String outcome(Probing who, String customer, String order) {
        var answer = who.post("/api/v1/customers/bulk", "{\"ids\":[\"" + customer + "\"]," + order + "}");
        return answer.statusCode() == 200
                ? new JsonMapper()
                        .readTree(answer.body())
                        .at("/items/0/outcome")
                        .asString()
                : Integer.toString(answer.statusCode());
    }

    private void did(String customer, Kind kind, String source) {
        directories.in(acme.tenant(), () -> {
            var id = CustomerId.of(customer);
            scores.add(List.of(new Signal(id, kind, Optional.empty(), 1, Instant.now(), customer + source)));
            return true;
        });
    }

    private int wishes() {
        return directories.in(
                acme.tenant(),
                () -> jdbc.sql("select count(*) from customer.follow_wish where tenant_id = :tenant")
                        .query(Integer.class)
                        .single());
    }

    private String befriend(String external, String user) {
        var added = new Callback(
                UUID.randomUUID(),
                company,
                "change_external_contact",
                "add_external_contact",
                Instant.now().minus(Duration.ofDays(20)),
                Map.of("UserID", user, "ExternalUserID", external));
        directories.tell(acme.tenant(), added);
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

    private Probing of(String user) {
        var self = directories.member(acme.tenant(), company, user).id().value();
        return new Probing(port, acme.tenant(), acme.account(), RIGHTS + ",SELF,MEMBER=" + self);
    }

    private void run(String statement) {
        directories.in(acme.tenant(), () -> jdbc.sql(statement).update());
    }

    private static JsonNode read(Probing who, String path) {
        var answer = who.get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return new JsonMapper().readTree(answer.body());
    }
}
