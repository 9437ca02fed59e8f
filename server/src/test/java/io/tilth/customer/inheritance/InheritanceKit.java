package io.tilth.customer.inheritance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
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
import io.tilth.wecom.WecomTransfers;
import io.tilth.wecom.WecomTransfers.Kind;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.context.bean.override.mockito.MockitoSpyBean;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Members with customers; the platform that hands them over is played here. */
@ServerTest
@Import({KernelProbe.class, Staff.class, Directories.class, InheritanceKit.Time.class})
abstract class InheritanceKit {

    @MockitoBean
    WecomTransfers wecom;

    @MockitoBean
    Follows follows;

    @MockitoBean
    Customers customers;

    @MockitoBean
    MemberCustomers followed;

    @MockitoSpyBean
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

    Member member(String userId, String name) {
        var fields = Map.of("UserID", userId, "Name", name, "Department", "1");
        directories.tell(acme, Directories.contact(hemu, "create_user", Instant.now(), fields));
        return directories.member(acme, hemu, userId);
    }

    void leaves(Member member) {
        var fields = Map.of("UserID", member.userId());
        directories.tell(
                acme, Directories.contact(hemu, "delete_user", Instant.now().plusSeconds(5), fields));
    }

    UUID start(Member to, List<Followed> some, boolean withGroups) {
        var answer = send(Kind.ON_JOB, zhou, to, some, withGroups);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return UUID.fromString(json(answer).at("/id").asString());
    }

    HttpResponse<String> send(Kind kind, Member from, Member to, List<Followed> some, boolean withGroups) {
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

    HttpResponse<String> reassign(UUID id, String item, Member to) {
        return manager.post("/api/v1/inheritances/" + id + "/items/reassign", """
                {"items": ["%s"], "to": "%s"}""".formatted(
                        item, to.id().value()));
    }

    Optional<Instant> goOn(UUID id) {
        return inheritor.goOn(new Order(acme, id));
    }

    JsonNode shown(UUID id) {
        return json(manager.get("/api/v1/inheritances/" + id));
    }

    JsonNode items(UUID id, String state) {
        return json(manager.get("/api/v1/inheritances/" + id + "/items?state=" + state, "Accept-Language:en"));
    }

    String counts(UUID id) {
        var customers = shown(id).at("/customers");
        return List.of("total", "done", "waiting", "refused", "atLimit", "failed").stream()
                .map(name -> customers.at("/" + name).asString())
                .reduce((one, other) -> one + " " + other)
                .orElseThrow();
    }

    static JsonNode json(HttpResponse<String> answer) {
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
