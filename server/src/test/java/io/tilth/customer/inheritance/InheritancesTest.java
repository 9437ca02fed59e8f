package io.tilth.customer.inheritance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.when;

import io.tilth.ServerTest;
import io.tilth.access.MovableClock;
import io.tilth.access.Staff;
import io.tilth.customer.CustomerId;
import io.tilth.customer.Customers;
import io.tilth.customer.FollowId;
import io.tilth.customer.Follows;
import io.tilth.customer.Follows.Followed;
import io.tilth.customer.GroupChats;
import io.tilth.customer.inheritance.InheritanceQueue.Order;
import io.tilth.directory.Directories;
import io.tilth.directory.MemberCustomers;
import io.tilth.directory.Members.Member;
import io.tilth.kernel.KernelProbe;
import io.tilth.kernel.Probing;
import io.tilth.kernel.TenantId;
import io.tilth.wecom.CompanyId;
import io.tilth.wecom.WecomRefusal;
import io.tilth.wecom.WecomTransfers;
import io.tilth.wecom.WecomTransfers.Kind;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ServerTest
@Import({KernelProbe.class, Staff.class, Directories.class, InheritancesTest.Time.class})
class InheritancesTest {

    @MockitoBean
    WecomTransfers wecom;

    @MockitoBean
    Follows follows;

    @MockitoBean
    Customers customers;

    @MockitoBean
    MemberCustomers followed;

    @MockitoBean
    GroupChats groups;

    @MockitoBean
    InheritanceQueue queue; // the tests go on themselves

    @Autowired
    Inheritor inheritor;

    @Autowired
    Directories directories;

    @Autowired
    Staff staff;

    @Autowired
    MovableClock clock;

    @LocalServerPort
    int port;

    PlayedTransfers platform;
    Probing manager;
    TenantId acme;
    CompanyId hemu;
    Member zhou;
    Member lin;
    Member chen;
    List<Followed> friends;

    @BeforeEach
    void furnish() {
        clock.reset();
        manager = Probing.on(port, "inheritance:read,inheritance:write");
        acme = manager.tenant();
        staff.open(acme);
        hemu = directories.connect(acme);
        zhou = member("zhoulei", "周磊");
        lin = member("linxiao", "林晓");
        chen = member("chenyan", "陈燕");
        friends = IntStream.range(0, 250)
                .mapToObj(i -> new Followed(FollowId.next(), CustomerId.next(), "wm" + i))
                .toList();
        when(follows.of(zhou.id())).thenReturn(friends);
        platform = new PlayedTransfers(clock);
        when(wecom.customers(any(), any(), any(), any(), any()))
                .thenAnswer(call -> platform.begin(call.getArgument(2), call.getArgument(3)));
        when(wecom.results(any(), any(), any(), any()))
                .thenAnswer(call -> platform.results(call.getArgument(2), call.getArgument(3)));
        when(wecom.groupChats(any(), any(), any(), any())).thenAnswer(call -> platform.groups(call.getArgument(3)));
    }

    @Test
    void handsAllOverAHundredAtATimeAndWaitsADay() {
        var id = start(lin, null, false);

        var next = goOn(id);

        assertThat(platform.sizes).containsExactly(100, 100, 50);
        assertThat(shown(id).at("/state").asString()).isEqualTo("WAITING");
        assertThat(counts(id)).isEqualTo("250 0 250 0 0 0");
        assertThat(next.orElseThrow()).isAfter(clock.instant().plus(Duration.ofHours(2)));
        assertThat(Instant.parse(shown(id).at("/effectiveAt").asString()))
                .isAfter(clock.instant().plus(Duration.ofHours(23)));

        clock.forward(Duration.ofHours(25));
        platform.refuse("wm3");
        platform.full("wm4");
        assertThat(goOn(id)).isEmpty();
        assertThat(shown(id).at("/state").asString()).isEqualTo("DONE");
        assertThat(counts(id)).isEqualTo("250 248 0 1 1 0");
        assertThat(items(id, "REFUSED").at("/items/0/reason").asString()).contains("refused");
    }

    @Test
    void givesWhatDidNotGoToAnother() {
        var id = start(lin, null, false);
        goOn(id);
        platform.refuse("wm3");
        clock.forward(Duration.ofHours(25));
        goOn(id);
        var refused = items(id, "REFUSED").at("/items/0/id").asString();

        var anew = reassign(id, refused, chen);

        assertThat(anew.statusCode()).as(anew.body()).isEqualTo(201);
        var second = new JsonMapper().readTree(anew.body());
        assertThat(second.at("/to/name").asString()).isEqualTo("陈燕");
        assertThat(second.at("/customers/total").asInt()).isEqualTo(1);
        assertThat(reassign(id, refused, chen).body()).contains("inheritance-item-settled");
        var done = items(id, "DONE").at("/items/0/id").asString();
        assertThat(reassign(id, done, chen).body()).contains("inheritance-item-settled");
    }

    @Test
    void saysOfEachCustomerWhyItCouldNotBegin() {
        platform.codes.putAll(Map.of("wm0", 40096, "wm1", 40099));
        var id = start(lin, friends.subList(0, 3), false);
        goOn(id);

        assertThat(counts(id)).isEqualTo("3 0 1 0 1 1");
        assertThat(items(id, "FAILED").at("/items/0/reason").asString()).contains("does not know this customer");
    }

    @Test
    void looksUpWhatWasSentBeforeACrashRatherThanSendingItAgain() {
        platform.dieAfterDoing = true;
        var id = start(lin, null, false);
        assertThat(goOn(id)).isPresent();
        assertThat(counts(id)).isEqualTo("250 0 250 0 0 0");

        platform.dieAfterDoing = false;
        goOn(id);

        assertThat(platform.begun).hasSize(250);
        assertThat(platform.sizes).containsExactly(100, 100, 50);
        assertThat(shown(id).at("/state").asString()).isEqualTo("WAITING");
    }

    @Test
    void tellsWhyWecomRefusedAllAndTriesLaterWhenThatHelps() {
        doThrow(new WecomRefusal("externalcontact/transfer_customer", 40098, WecomRefusal.Kind.REQUEST, "name"))
                .when(wecom)
                .customers(any(), any(), any(), any(), any());
        var refused = start(lin, friends.subList(0, 2), false);
        assertThat(goOn(refused)).isEmpty();
        assertThat(counts(refused)).isEqualTo("2 0 0 0 0 2");

        doThrow(new WecomRefusal("externalcontact/transfer_customer", 45009, WecomRefusal.Kind.OVER_LIMIT, "limit"))
                .when(wecom)
                .customers(any(), any(), any(), any(), any());
        var later = start(chen, friends.subList(2, 4), false);
        assertThat(goOn(later)).isPresent();
        assertThat(counts(later)).isEqualTo("2 0 2 0 0 0");
    }

    @Test
    void handsGroupsOverThreeHundredADay() {
        var owned = IntStream.range(0, 320)
                .mapToObj(i -> new GroupChats.Owned(UUID.randomUUID(), "wr" + i, "群 " + i))
                .toList();
        when(groups.ownedBy(zhou.id())).thenReturn(owned);
        platform.codes.put("wr5", 90503);
        var id = start(lin, List.of(friends.getFirst()), true);

        var next = goOn(id);

        assertThat(shown(id).at("/groups/done").asInt()).isEqualTo(299);
        assertThat(shown(id).at("/groups/failed").asInt()).isEqualTo(1);
        assertThat(Duration.between(clock.instant(), next.orElseThrow())).isLessThan(Duration.ofHours(25));
        clock.forward(Duration.ofHours(25));
        goOn(id);
        assertThat(shown(id).at("/groups/done").asInt()).isEqualTo(319);
        assertThat(items(id, "FAILED").at("/items/0/group/name").asString()).isEqualTo("群 5");
    }

    @Test
    void startsNothingTwiceNorWhatMakesNoSense() {
        start(lin, null, false);

        assertThat(send(Kind.ON_JOB, zhou, chen, null, false).body()).contains("inheritance-nothing");
        assertThat(send(Kind.ON_JOB, zhou, zhou, null, false).body()).contains("inheritance-to-oneself");
        assertThat(send(Kind.RESIGNED, zhou, lin, null, false).body()).contains("inheritance-still-here");
        var strangers = List.of(new Followed(FollowId.next(), CustomerId.next(), "wm999"));
        assertThat(send(Kind.ON_JOB, zhou, chen, strangers, false).body()).contains("inheritance-customer-not-theirs");
        leaves(chen);
        assertThat(send(Kind.ON_JOB, zhou, chen, null, false).body()).contains("inheritance-heir-left");
    }

    @Test
    void listsWhoLeftWithCustomersInTheirHands() {
        when(followed.count(any())).thenReturn(Map.of(zhou.id(), 250));
        when(groups.orphaned()).thenReturn(Map.of(zhou.id(), 4));
        leaves(zhou);

        var unassigned = json(manager.get("/api/v1/inheritances/unassigned"));

        assertThat(unassigned).hasSize(1);
        assertThat(unassigned.at("/0/member/name").asString()).isEqualTo("周磊");
        assertThat(unassigned.at("/0/member/leftAt").asString()).isNotEmpty();
        assertThat(unassigned.at("/0/customers").asInt()).isEqualTo(250);
        assertThat(unassigned.at("/0/groups").asInt()).isEqualTo(4);
        assertThat(send(Kind.RESIGNED, zhou, lin, null, false).statusCode()).isEqualTo(201);
    }

    @Test
    void showsAManagerTheirOwnPeopleAlone() {
        var id = start(lin, null, false);
        var other = new Probing(
                port,
                acme,
                UUID.randomUUID(),
                "inheritance:read,inheritance:write,SELF,MEMBER=" + chen.id().value());

        assertThat(other.get("/api/v1/inheritances").body()).isEqualTo("[]");
        assertThat(other.get("/api/v1/inheritances/" + id).statusCode()).isEqualTo(404);
        assertThat(other.get("/api/v1/inheritances/" + id + "/items").statusCode())
                .isEqualTo(404);
        assertThat(Probing.on(port, "inheritance:read")
                        .get("/api/v1/inheritances/" + id)
                        .statusCode())
                .isEqualTo(404);
    }

    private Member member(String userId, String name) {
        var fields = Map.of("UserID", userId, "Name", name, "Department", "1");
        directories.tell(acme, Directories.contact(hemu, "create_user", Instant.now(), fields));
        return directories.member(acme, hemu, userId);
    }

    private void leaves(Member member) {
        var fields = Map.of("UserID", member.userId());
        directories.tell(
                acme, Directories.contact(hemu, "delete_user", Instant.now().plusSeconds(5), fields));
    }

    private UUID start(Member to, List<Followed> some, boolean withGroups) {
        var answer = send(Kind.ON_JOB, zhou, to, some, withGroups);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return UUID.fromString(json(answer).at("/id").asString());
    }

    private HttpResponse<String> send(Kind kind, Member from, Member to, List<Followed> some, boolean withGroups) {
        var chosen = Optional.ofNullable(some)
                .map(list -> list.stream()
                        .map(one -> '"' + one.customer().value().toString() + '"')
                        .toList()
                        .toString())
                .orElse("null");
        return manager.post("/api/v1/inheritances", """
                {"kind": "%s", "from": "%s", "to": "%s", "customers": %s, "groups": %s, "message": "您好"}""".formatted(
                        kind, from.id().value(), to.id().value(), chosen, withGroups));
    }

    private HttpResponse<String> reassign(UUID id, String item, Member to) {
        return manager.post("/api/v1/inheritances/" + id + "/items/reassign", """
                {"items": ["%s"], "to": "%s"}""".formatted(
                        item, to.id().value()));
    }

    private Optional<Instant> goOn(UUID id) {
        return inheritor.goOn(new Order(acme, id));
    }

    private JsonNode shown(UUID id) {
        return json(manager.get("/api/v1/inheritances/" + id));
    }

    private JsonNode items(UUID id, String state) {
        return json(manager.get("/api/v1/inheritances/" + id + "/items?state=" + state, "Accept-Language:en"));
    }

    private String counts(UUID id) {
        var customers = shown(id).at("/customers");
        return List.of("total", "done", "waiting", "refused", "atLimit", "failed").stream()
                .map(name -> customers.at("/" + name).asString())
                .reduce((one, other) -> one + " " + other)
                .orElseThrow();
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return new JsonMapper().readTree(answer.body());
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Time {

        @Bean
        @Primary
        MovableClock movableClock() {
            return new MovableClock();
        }
    }
}
