package io.tilth.customer.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.tilth.ServerTest;
import io.tilth.customer.ExternalContactAdded;
import io.tilth.customer.FollowEnded;
import io.tilth.directory.Directories;
import io.tilth.kernel.KernelProbe;
import io.tilth.kernel.Probing;
import io.tilth.kernel.TenantJdbc;
import io.tilth.wecom.Callback;
import io.tilth.wecom.CompanyId;
import io.tilth.wecom.WecomCustomers;
import io.tilth.wecom.WecomCustomers.Contact;
import io.tilth.wecom.WecomCustomers.Follow;
import io.tilth.wecom.WecomCustomers.Profile;
import io.tilth.wecom.WecomRefusal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentMatchers;
import org.mockito.Mockito;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** From news about customers to what people see of them. */
@ServerTest
@Import({KernelProbe.class, Directories.class})
@RecordApplicationEvents
class CustomersTest {

    private static final Instant NOON = Instant.parse("2026-11-22T04:00:00Z");

    @LocalServerPort
    int port;

    @Autowired
    Directories directories;

    @Autowired
    TenantJdbc jdbc;

    @MockitoBean
    WecomCustomers wecom;

    @Autowired
    ApplicationEvents events;

    Probing acme;
    CompanyId company;
    private final Map<String, Profile> profiles = new HashMap<>();

    @BeforeEach
    void withACompany() {
        acme = Probing.on(port, "customer:read");
        company = directories.connect(acme.tenant());
        Mockito.when(wecom.find(ArgumentMatchers.eq(company), ArgumentMatchers.anyString()))
                .thenAnswer(call -> Optional.of(profile(call.getArgument(1))));
    }

    /** WeCom is busy until the test tells what it answers. */
    private Profile profile(String external) {
        return Optional.ofNullable(profiles.get(external))
                .orElseThrow(() -> new WecomRefusal("externalcontact/get", -1, WecomRefusal.Kind.BUSY, "busy"));
    }

    @Test
    void makesOneCustomerOfAHalfAndAWholeBeginning() {
        told("wmWang", "lin", NOON, "A王姐");
        tell(news("add_half_external_contact", "lin", "wmWang", 0, "State", "poster", "WelcomeCode", "w1"));
        tell(news("add_external_contact", "lin", "wmWang", 9));
        tell(news("add_external_contact", "lin", "wmWang", 9));
        await("name", "王女士");

        var listed = get("/api/v1/customers").path("items");
        assertThat(listed.size()).isEqualTo(1);
        assertThat(listed.get(0).path("followers").get(0).path("remark").asString())
                .isEqualTo("A王姐");
        assertThat(listed.get(0).path("followers").get(0).path("half").asBoolean())
                .isFalse();
        assertThat(events.stream(ExternalContactAdded.class).map(ExternalContactAdded::half))
                .containsExactly(true, false);
        assertThat(events.stream(ExternalContactAdded.class)
                        .findFirst()
                        .orElseThrow()
                        .welcomeCode())
                .contains("w1");
        assertThat(kinds(listed.get(0))).containsExactly("follow.begun", "follow.half-begun");
    }

    @Test
    void losesACustomerWhomNobodyFollowsAnyMore() {
        tell(news("add_external_contact", "lin", "wmWang", 0), news("add_external_contact", "zhao", "wmWang", 1));
        tell(news("del_follow_user", "lin", "wmWang", 5));
        assertThat(get("/api/v1/customers?state=LOST").path("items").size()).isZero();
        tell(news("del_external_contact", "zhao", "wmWang", 7, "Source", "DELETE_BY_TRANSFER"));

        var lost = get("/api/v1/customers?state=LOST").path("items").get(0);
        assertThat(lost.path("lostAt").asString()).isEqualTo("2026-11-22T04:00:07Z");
        assertThat(events.stream(FollowEnded.class).map(FollowEnded::reason))
                .containsExactly(FollowEnded.Reason.DELETED_BY_CUSTOMER, FollowEnded.Reason.TRANSFERRED);
        tell(news("add_external_contact", "lin", "wmWang", 9));
        assertThat(get("/api/v1/customers?state=LOST").path("items").size()).isZero();
    }

    @Test
    void joinsWhoSharesAUnionId() {
        var other = directories.connect(acme.tenant());
        told("wmWang", "lin", NOON, "", Optional.of("union"));
        Mockito.when(wecom.find(ArgumentMatchers.eq(other), ArgumentMatchers.anyString()))
                .thenReturn(Optional.of(profiles.get("wmWang")));
        tell(news("add_external_contact", "lin", "wmWang", 0));
        await("name", "王女士");
        directories.tell(
                acme.tenant(),
                new Callback(
                        UUID.randomUUID(),
                        other,
                        "change_external_contact",
                        "add_external_contact",
                        NOON,
                        Map.of("UserID", "lin", "ExternalUserID", "wmOther")));

        Awaitility.await().pollInSameThread().untilAsserted(() -> {
            var items = get("/api/v1/customers").path("items");
            assertThat(items.size()).isEqualTo(1);
            assertThat(items.get(0).path("followers").size()).isEqualTo(2);
        });
        assertThat(kinds(get("/api/v1/customers").path("items").get(0))).hasSize(2);
    }

    @Test
    void findsByNameRemarkAndNumberWithinSight() {
        told("wmWang", "lin", NOON, "A王姐 3栋1102");
        tell(news("add_external_contact", "lin", "wmWang", 0), news("add_external_contact", "zhao", "wmLi", 1));
        await("name", "王女士");
        var lin = directories.member(acme.tenant(), company, "lin").id().value();
        var zhao = directories.member(acme.tenant(), company, "zhao").id().value();

        assertThat(found(acme, "3栋")).isEqualTo(1);
        assertThat(found(acme, "女士")).isEqualTo(1);
        assertThat(found(acme, "5678")).isEqualTo(1);
        assertThat(found(self(lin), "3栋")).isEqualTo(1);
        assertThat(found(self(zhao), "3栋")).isZero();
        assertThat(found(self(zhao), "")).isEqualTo(1);
        assertThat(read(self(lin), "/api/v1/customers?member=" + zhao)
                        .path("items")
                        .size())
                .isZero();
        assertThat(get("/api/v1/customers?member=" + zhao).path("items").size()).isEqualTo(1);
    }

    @Test
    void tellsAGuideOnlyHowManyOthersFollow() {
        tell(news("add_external_contact", "lin", "wmWang", 0), news("add_external_contact", "zhao", "wmWang", 1));
        var zhao = directories.member(acme.tenant(), company, "zhao").id().value();
        var seen = read(self(zhao), "/api/v1/customers").path("items").get(0);

        assertThat(seen.path("followers").size()).isEqualTo(1);
        assertThat(seen.path("others").asInt()).isEqualTo(1);
        assertThat(read(self(zhao), "/api/v1/customers/" + seen.path("id").asString() + "/timeline")
                        .path("items")
                        .size())
                .isEqualTo(1);
        var stranger = self(UUID.randomUUID());
        assertThat(stranger.get("/api/v1/customers/" + seen.path("id").asString())
                        .statusCode())
                .isEqualTo(404);
        assertThat(stranger.get("/api/v1/customers/" + seen.path("id").asString() + "/timeline")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void masksNumbersForWhomSeesThemMasked() {
        told("wmWang", "lin", NOON, "");
        tell(news("add_external_contact", "lin", "wmWang", 0));
        await("name", "王女士");
        var masked = new Probing(port, acme.tenant(), acme.account(), "customer:read,MASKED");

        assertThat(masked.get("/api/v1/customers").body())
                .contains("138****5678")
                .doesNotContain("13812345678");
        assertThat(acme.get("/api/v1/customers").body()).contains("13812345678");
    }

    @Test
    void pagesFromTheNewestToTheOldest() {
        tell(
                news("add_external_contact", "lin", "wm1", 1),
                news("add_external_contact", "lin", "wm2", 2),
                news("add_external_contact", "lin", "wm3", 3));
        var first = get("/api/v1/customers?limit=2");
        var rest = get("/api/v1/customers?limit=2&cursor=" + first.path("next").asString());

        assertThat(first.path("items").get(0).path("addedAt").asString()).isEqualTo("2026-11-22T04:00:03Z");
        assertThat(rest.path("items").size()).isEqualTo(1);
        assertThat(acme.get("/api/v1/customers?cursor=bm9uc2Vuc2U").statusCode())
                .isBetween(400, 422);
    }

    @Test
    void hidesOneTenantsCustomersFromAnother() {
        tell(news("add_external_contact", "lin", "wmWang", 0));
        var id = get("/api/v1/customers").path("items").get(0).path("id").asString();
        var globex = Probing.on(port, "customer:read");

        assertThat(read(globex, "/api/v1/customers").path("items").size()).isZero();
        assertThat(globex.get("/api/v1/customers/" + id).statusCode()).isEqualTo(404);
    }

    private void told(String external, String user, Instant since, String remark) {
        told(external, user, since, remark, Optional.empty());
    }

    private void told(String external, String user, Instant since, String remark, Optional<String> union) {
        var contact = new Contact(external, "王女士", Optional.empty(), 1, 2, union, Optional.empty(), Optional.empty());
        var follow = new Follow(
                user,
                remark,
                "",
                since,
                List.of(),
                List.of("13812345678"),
                Optional.empty(),
                1,
                Optional.of("poster"),
                Optional.empty());
        profiles.put(external, new Profile(contact, List.of(follow)));
    }

    private Callback news(String change, String user, String external, int second, String... more) {
        var fields = new HashMap<>(Map.of("UserID", user, "ExternalUserID", external));
        for (int i = 0; i < more.length; i += 2) {
            fields.put(more[i], more[i + 1]);
        }
        return new Callback(
                UUID.randomUUID(), company, "change_external_contact", change, NOON.plusSeconds(second), fields);
    }

    private void tell(Callback... news) {
        directories.tell(acme.tenant(), news);
    }

    /** Profiles come a moment later. */
    private void await(String field, String value) {
        Awaitility.await()
                .pollInSameThread()
                .until(() -> get("/api/v1/customers")
                        .path("items")
                        .valueStream()
                        .anyMatch(one -> one.path(field).asString("").equals(value)));
    }

    private List<String> kinds(JsonNode customer) {
        return get("/api/v1/customers/" + customer.path("id").asString() + "/timeline")
                .path("items")
                .valueStream()
                .map(row -> row.path("kind").asString())
                .toList();
    }

    private Probing self(UUID member) {
        return new Probing(port, acme.tenant(), acme.account(), "customer:read,SELF,MEMBER=" + member);
    }

    private static int found(Probing who, String q) {
        return read(who, "/api/v1/customers?q=" + URLEncoder.encode(q, StandardCharsets.UTF_8))
                .path("items")
                .size();
    }

    private JsonNode get(String path) {
        return read(acme, path);
    }

    private static JsonNode read(Probing who, String path) {
        return new JsonMapper().readTree(who.get(path).body());
    }
}
