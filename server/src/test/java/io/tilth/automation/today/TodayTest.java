package io.tilth.automation.today;

import static org.assertj.core.api.Assertions.assertThat;

import io.tilth.ServerTest;
import io.tilth.customer.CustomerId;
import io.tilth.customer.Follows;
import io.tilth.customer.Scores;
import io.tilth.customer.Scores.Kind;
import io.tilth.customer.Scores.Signal;
import io.tilth.directory.Directories;
import io.tilth.directory.MemberId;
import io.tilth.kernel.KernelProbe;
import io.tilth.kernel.Probing;
import io.tilth.kernel.TenantJdbc;
import io.tilth.wecom.Callback;
import io.tilth.wecom.CompanyId;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whom a member should turn to today, and why. */
@ServerTest
@Import({KernelProbe.class, Directories.class})
class TodayTest {

    private static final Duration HOUR = Duration.ofHours(1);

    @LocalServerPort
    int port;

    @Autowired
    Directories directories;

    @Autowired
    TenantJdbc jdbc;

    @Autowired
    Scores scores;

    @Autowired
    Follows follows;

    private final Instant now = Instant.now();
    private Probing acme;
    private CompanyId company;
    private Probing lin;

    @BeforeEach
    void withAMember() {
        acme = Probing.on(port, "customer:read,customer:write,alert:assign");
        company = directories.connect(acme.tenant());
        befriend("nobody", "lin", Duration.ofDays(40));
        lin = of("lin");
    }

    @Test
    void isEmptyWhenNobodyGivesAReason() {
        assertThat(items(lin)).isEmpty();
    }

    @Test
    void putsWhoWantsMostAndMovedLastFirstAndSaysWhy() {
        var wang = befriend("wang", "lin", Duration.ofDays(30));
        var li = befriend("li", "lin", Duration.ofDays(30));
        did(wang, Kind.OPENED, HOUR);
        did(wang, Kind.PRICE_OPENED, HOUR);
        did(li, Kind.PHONE_LEFT, HOUR);
        var fresh = befriend("fresh", "lin", Duration.ofHours(2));

        assertThat(names(lin)).containsExactly(id(li), id(wang), id(fresh));
        assertThat(codes(lin, 0)).containsExactly("PHONE_LEFT");
        assertThat(items(lin).get(1).path("reasons").get(0).path("text").asString())
                .isNotEmpty();
        assertThat(items(lin).get(1).path("suggestion").path("sentence").asString())
                .isNotEmpty();
        assertThat(codes(lin, 2)).containsExactly("NEW");
    }

    @Test
    void forgetsWhoWasDoneUntilSomethingNewHappens() {
        var wang = befriend("wang", "lin", Duration.ofDays(30));
        did(wang, Kind.PHONE_LEFT, HOUR);
        post(lin, wang, "done", "{}");

        assertThat(items(lin)).isEmpty();
        assertThat(today(lin).path("done").asInt()).isEqualTo(1);
        assertThat(read(lin, "/api/v1/customers/" + id(wang) + "/timeline").toString())
                .contains("today.done");
        did(wang, Kind.CONTACT_TAPPED, Duration.ofMinutes(-5));
        assertThat(names(lin)).containsExactly(id(wang));
    }

    @Test
    void comesBackAfterTheTimeThatWasAskedFor() {
        var wang = befriend("wang", "lin", Duration.ofDays(30));
        did(wang, Kind.PHONE_LEFT, HOUR);
        post(lin, wang, "later", "{\"until\":\"TWO_HOURS\"}");
        assertThat(items(lin)).isEmpty();

        inTenant("update automation.today_deed set until = now() - interval '1 second' where tenant_id = :tenant");
        assertThat(codes(lin, 0)).containsExactly("REMIND", "PHONE_LEFT");
    }

    @Test
    void leavesAloneWhomTheMemberPutOffUntilTheyMove() {
        var wang = befriend("wang", "lin", Duration.ofDays(30));
        did(wang, Kind.PHONE_LEFT, HOUR);
        post(lin, wang, "not-now", "{\"reason\":\"已在别家定了\"}");
        assertThat(items(lin)).isEmpty();
        assertThat(lin.post("/api/v1/today/" + id(wang) + "/not-now", "{\"reason\":\" \"}")
                        .statusCode())
                .isEqualTo(400);

        did(wang, Kind.BOOKED, Duration.ofMinutes(-5));
        assertThat(names(lin)).containsExactly(id(wang));
    }

    @Test
    void goesToAColleagueWhoIsAFriendTooAndToNobodyElse() {
        var wang = befriend("wang", "lin", Duration.ofDays(30));
        did(wang, Kind.PHONE_LEFT, HOUR);
        befriend("other", "zhao", Duration.ofDays(30));
        assertThat(give(wang, "zhao").statusCode()).isEqualTo(400);
        directories.tell(acme.tenant(), added("wang", "zhao", Duration.ofDays(20)));

        assertThat(give(wang, "zhao").statusCode()).isEqualTo(204);
        assertThat(items(lin)).isEmpty();
        assertThat(codes(of("zhao"), 0)).startsWith("GIVEN");
    }

    @Test
    void isTheHeirsFromTheHandOverOnAlsoWhileWecomStillWaits() {
        var wang = befriend("wang", "lin", Duration.ofDays(30));
        did(wang, Kind.PHONE_LEFT, HOUR);
        befriend("other", "zhao", Duration.ofDays(30));
        inTenant("""
                insert into customer.inheritance (tenant_id, id, company_id, kind, from_id, to_id, state, message,
                    created_by, created_at)
                values (:tenant, '%1$s', '%2$s', 'ON_JOB', '%3$s', '%4$s', 'WAITING', '', '%3$s', now())""".formatted(
                id(wang), company.value(), member("lin").value(), member("zhao").value()));
        inTenant("""
                insert into customer.inheritance_item (tenant_id, id, inheritance_id, customer_id, wecom_id, name,
                    state, at)
                values (:tenant, '%1$s', '%1$s', '%1$s', 'wm', '王女士', 'WAITING', now())""".formatted(id(wang)));

        assertThat(items(lin)).isEmpty();
        assertThat(names(of("zhao"))).containsExactly(id(wang));
        assertThat(items(of("zhao")).getFirst().path("handover").asBoolean()).isTrue();
        post(of("zhao"), wang, "done", "{}");
        assertThat(items(of("zhao"))).isEmpty();

        inTenant("update customer.inheritance_item set state = 'REFUSED' where tenant_id = :tenant");
        did(wang, Kind.BOOKED, Duration.ofMinutes(-5));
        assertThat(names(lin)).containsExactly(id(wang));
    }

    @Test
    void holdsTwentyAtMost() {
        for (int i = 0; i < 25; i++) {
            did(befriend("many" + i, "lin", Duration.ofDays(30)), Kind.PHONE_LEFT, HOUR.multipliedBy(i + 1));
        }

        assertThat(items(lin)).hasSize(20);
    }

    @Test
    void isTheMembersOwnAndNoOtherTenants() {
        var wang = befriend("wang", "lin", Duration.ofDays(30));
        did(wang, Kind.PHONE_LEFT, HOUR);
        befriend("other", "zhao", Duration.ofDays(30));
        var globex = Probing.on(port, "customer:read,customer:write");

        assertThat(items(of("zhao"))).isEmpty();
        assertThat(of("zhao").post("/api/v1/today/" + id(wang) + "/done", "{}").statusCode())
                .isEqualTo(404);
        assertThat(items(globex)).isEmpty();
    }

    @Test
    void remindsOfManyAndMovesManyAtOnce() {
        var wang = befriend("wang", "lin", Duration.ofDays(30));
        var body = "{\"ids\":[\"%s\"],\"deed\":\"REMIND\",\"remindAt\":\"%s\"}";
        var reminded = lin.post("/api/v1/customers/bulk", body.formatted(id(wang), now.plus(HOUR)));
        assertThat(reminded.body()).contains("\"changed\":1");
        assertThat(lin.post("/api/v1/customers/bulk", body.formatted(id(wang), now.minus(HOUR)))
                        .statusCode())
                .isEqualTo(400);
        var stage = read(lin, "/api/v1/stages").path("stages").get(2).path("id").asString();
        var moved = "{\"ids\":[\"%s\"],\"deed\":\"STAGE\",\"stageId\":\"%s\"}".formatted(id(wang), stage);

        assertThat(of("nobody").post("/api/v1/customers/bulk", moved).body()).contains("\"changed\":0");
        assertThat(lin.post("/api/v1/customers/bulk", moved).body()).contains("\"changed\":1");
        assertThat(read(lin, "/api/v1/customers?stage=" + stage).path("items").size())
                .isEqualTo(1);
    }

    private void did(CustomerId customer, Kind kind, Duration ago) {
        directories.in(acme.tenant(), () -> {
            scores.add(List.of(new Signal(
                    customer, kind, Optional.empty(), 1, now.minus(ago), kind + "/" + customer.value() + "/" + ago)));
            return true;
        });
    }

    private CustomerId befriend(String external, String user, Duration ago) {
        directories.tell(acme.tenant(), added(external, user, ago));
        return directories.in(
                acme.tenant(),
                () -> new CustomerId(jdbc.sql("""
                select customer_id from customer.identity where tenant_id = :tenant and external_user_id = :external
                """)
                        .param("external", external)
                        .query(UUID.class)
                        .single()));
    }

    private Callback added(String external, String user, Duration ago) {
        return new Callback(
                UUID.randomUUID(),
                company,
                "change_external_contact",
                "add_external_contact",
                now.minus(ago),
                Map.of("UserID", user, "ExternalUserID", external));
    }

    private MemberId member(String user) {
        return directories.member(acme.tenant(), company, user).id();
    }

    private Probing of(String user) {
        var self = directories.in(
                acme.tenant(),
                () -> jdbc.sql("select id from directory.member where tenant_id = :tenant and user_id = :user")
                        .param("user", user)
                        .query(UUID.class)
                        .optional()
                        .orElseGet(UUID::randomUUID));
        return new Probing(port, acme.tenant(), acme.account(), "customer:read,customer:write,SELF,MEMBER=" + self);
    }

    private HttpResponse<String> give(CustomerId customer, String user) {
        var body = "{\"memberId\":\"%s\"}".formatted(member(user).value());
        return acme.post("/api/v1/today/" + id(customer) + "/reassign", body);
    }

    private static void post(Probing who, CustomerId customer, String deed, String body) {
        assertThat(who.post("/api/v1/today/" + id(customer) + "/" + deed, body).statusCode())
                .isEqualTo(204);
    }

    private void inTenant(String statement) {
        directories.in(acme.tenant(), () -> jdbc.sql(statement).update());
    }

    private static String id(CustomerId customer) {
        return customer.value().toString();
    }

    private static JsonNode today(Probing who) {
        return read(who, "/api/v1/today");
    }

    private static List<JsonNode> items(Probing who) {
        return today(who).path("items").valueStream().toList();
    }

    private static List<String> names(Probing who) {
        return items(who).stream()
                .map(item -> item.path("customer").path("id").asString())
                .toList();
    }

    private static List<String> codes(Probing who, int at) {
        return items(who)
                .get(at)
                .path("reasons")
                .valueStream()
                .map(reason -> reason.path("code").asString())
                .toList();
    }

    private static JsonNode read(Probing who, String path) {
        var answer = who.get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return new JsonMapper().readTree(answer.body());
    }
}
