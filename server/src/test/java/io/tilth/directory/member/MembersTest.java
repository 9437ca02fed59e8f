package io.tilth.directory.member;

import static io.tilth.directory.Directories.contact;
import static io.tilth.directory.Directories.department;
import static io.tilth.directory.Directories.somebody;
import static org.assertj.core.api.Assertions.assertThat;

import io.tilth.ServerTest;
import io.tilth.directory.Directories;
import io.tilth.directory.MemberJoined;
import io.tilth.directory.MemberLeft;
import io.tilth.directory.Members;
import io.tilth.directory.member.MemberNewsService.Listing;
import io.tilth.kernel.KernelProbe;
import io.tilth.kernel.Probing;
import io.tilth.wecom.CompanyId;
import io.tilth.wecom.SyncPart;
import io.tilth.wecom.WecomDirectory;
import io.tilth.wecom.WecomDirectory.Membership;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ServerTest
@Import({KernelProbe.class, Directories.class})
@RecordApplicationEvents
class MembersTest {

    private static final Instant NOON = Instant.parse("2026-11-22T04:00:00Z");

    @LocalServerPort
    int port;

    @Autowired
    Directories directories;

    @Autowired
    Members members;

    @Autowired
    MemberNewsService news;

    @Autowired
    List<SyncPart> parts;

    @MockitoBean
    WecomDirectory wecom;

    @Autowired
    ApplicationEvents events;

    Probing acme;
    CompanyId company;

    @BeforeEach
    void withACompany() {
        acme = Probing.on(port, "member:read,member:write,audit:read");
        company = directories.connect(acme.tenant());
    }

    @Test
    void takesOverWhatTheDirectoryListsAndSaysWhatDiffered() {
        assertThat(settle(somebody("lin", "林晓", new Membership(2, true)), somebody("zhao", "赵")))
                .isEqualTo(Map.of("member.missing", 2));
        assertThat(settle(somebody("lin", "林晓", new Membership(2, true)), somebody("zhao", "赵")))
                .isEmpty();
        assertThat(settle(somebody("lin", "林晓", new Membership(3, false))))
                .isEqualTo(Map.of("member.changed", 1, "member.gone", 1));

        assertThat(directories.member(acme.tenant(), company, "LIN").here()).isTrue();
        assertThat(directories.member(acme.tenant(), company, "zhao").here()).isFalse();
        assertThat(events.stream(MemberJoined.class)).hasSize(2);
        assertThat(events.stream(MemberLeft.class)).hasSize(1);
    }

    @Test
    void welcomesBackWhoHadLeft() {
        settle(somebody("lin", "林晓"));
        var lin = directories.member(acme.tenant(), company, "lin").id();
        settle();
        settle(somebody("lin", "林晓"));

        assertThat(directories.member(acme.tenant(), company, "lin").id()).isEqualTo(lin);
        assertThat(directories.member(acme.tenant(), company, "lin").here()).isTrue();
        assertThat(events.stream(MemberJoined.class)).hasSize(2);
    }

    @Test
    void leavesAloneWhomNewsReachedSinceTheListingWasAskedFor() {
        directories.tell(acme.tenant(), contact(company, "create_user", NOON, Map.of("UserID", "Lin", "Name", "林晓")));
        var early = new Listing(List.of(somebody("lin", "林小")), Set.of());

        assertThat(directories.in(
                        acme.tenant(),
                        () -> news.settle(company, early, Instant.now().minusSeconds(60))))
                .doesNotContainKey("member.gone");
        assertThat(directories.member(acme.tenant(), company, "lin").name()).isEqualTo("林晓");
    }

    @Test
    void hearsOfPeopleWhoComeChangeAndLeave() {
        directories.tell(
                acme.tenant(),
                contact(
                        company,
                        "create_user",
                        NOON,
                        Map.of(
                                "UserID",
                                "Lin",
                                "Name",
                                "林晓",
                                "Department",
                                "2,3",
                                "IsLeaderInDept",
                                "1,0",
                                "Status",
                                "1")),
                contact(company, "update_user", NOON.plusSeconds(5), Map.of("UserID", "lin", "Position", "店长")));
        var listed = get("/api/v1/members").path("items").get(0);
        assertThat(listed.path("position").asString()).isEqualTo("店长");
        assertThat(listed.path("departments").size()).isEqualTo(2);

        directories.tell(acme.tenant(), contact(company, "delete_user", NOON.plusSeconds(9), Map.of("UserID", "lin")));
        assertThat(get("/api/v1/members?state=LEFT")
                        .path("items")
                        .get(0)
                        .path("leftAt")
                        .asString())
                .isEqualTo("2026-11-22T04:00:09Z");
        assertThat(events.stream(MemberLeft.class)).hasSize(1);
    }

    @Test
    void takesNewsThatComeLateForWhatTheyAre() {
        directories.tell(acme.tenant(), contact(company, "delete_user", NOON.plusSeconds(9), Map.of("UserID", "lin")));
        directories.tell(acme.tenant(), contact(company, "update_user", NOON, Map.of("UserID", "lin", "Name", "林")));

        assertThat(directories.member(acme.tenant(), company, "lin").here()).isFalse();
    }

    @Test
    void keepsTheMemberWhenTheirUserIdChanges() {
        directories.tell(acme.tenant(), contact(company, "create_user", NOON, Map.of("UserID", "lin", "Name", "林晓")));
        var lin = directories.member(acme.tenant(), company, "lin");
        directories.tell(
                acme.tenant(), contact(company, "update_user", NOON, Map.of("UserID", "lin", "NewUserID", "LinXiao")));

        assertThat(directories.member(acme.tenant(), company, "linxiao").id()).isEqualTo(lin.id());
    }

    @Test
    void makesUpMembersThatNobodyHasToldOfYet() {
        var first = directories.in(acme.tenant(), () -> members.ofUsers(company, List.of("Lin", "zhao", "lin")));
        assertThat(first).containsOnlyKeys("Lin", "lin", "zhao");
        assertThat(first.get("Lin")).isEqualTo(first.get("lin"));
        assertThat(directories.in(acme.tenant(), () -> members.ofUsers(company, List.of("ZHAO"))))
                .containsEntry("ZHAO", first.get("zhao"));
        assertThat(get("/api/v1/members?q=lin")
                        .path("items")
                        .get(0)
                        .path("status")
                        .asString())
                .isEqualTo("UNKNOWN");
    }

    @Test
    void findsThemByNameAndByTheirDepartmentOrOneAbove() {
        hangzhou();
        var departments = get("/api/v1/departments");
        var city = departments
                .valueStream()
                .filter(one -> one.path("name").asString().equals("杭州"))
                .findFirst();
        var id = city.orElseThrow().path("id").asString();

        assertThat(names("/api/v1/members?department=" + id)).containsExactlyInAnyOrder("林晓", "顾敏");
        assertThat(names("/api/v1/members?q=晓")).containsExactly("林晓");
        assertThat(names("/api/v1/members?q=ZHAO")).containsExactly("赵");
        assertThat(names("/api/v1/members?limit=1")).hasSize(1);
    }

    @Test
    void showsNobodyButThoseWhomTheCallerMaySee() {
        hangzhou();
        var gumin = directories.member(acme.tenant(), company, "gumin").id().value();
        var manager = new Probing(port, acme.tenant(), acme.account(), "member:read,DEPARTMENT,MEMBER=" + gumin);
        var self = new Probing(port, acme.tenant(), acme.account(), "member:read,SELF,MEMBER=" + gumin);
        var nobody = new Probing(port, acme.tenant(), acme.account(), "member:read,SELF");

        assertThat(names(manager, "/api/v1/members")).containsExactlyInAnyOrder("林晓", "顾敏");
        assertThat(names(self, "/api/v1/members")).containsExactly("顾敏");
        assertThat(names(nobody, "/api/v1/members")).isEmpty();
        var zhao = directories.member(acme.tenant(), company, "zhao").id().value();
        assertThat(self.get("/api/v1/members/" + zhao).statusCode()).isEqualTo(404);
    }

    @Test
    void letsPeopleEnterWhatWecomDoesNotTell() {
        settle(somebody("lin", "林晓"));
        var id = directories.member(acme.tenant(), company, "lin").id().value();
        var body = "{\"displayName\": \"晓晓\", \"phone\": \"13800138000\", \"version\": 1}";

        assertThat(acme.put("/api/v1/members/" + id, body).statusCode()).isEqualTo(200);
        assertThat(names("/api/v1/members")).containsExactly("晓晓");
        assertThat(acme.put("/api/v1/members/" + id, body).statusCode()).isEqualTo(409);
        assertThat(acme.get("/api/v1/audit").body()).contains("member.changed");
    }

    @Test
    void asksOnceForAllBelowWhatTheAppSees() {
        Mockito.when(wecom.departments(company)).thenReturn(List.of(department(7, "杭州", 2), department(8, "滨江", 7)));
        Mockito.when(wecom.members(company, 7)).thenReturn(List.of(somebody("lin", "林晓", new Membership(8, false))));
        Mockito.when(wecom.withCustomers(company)).thenReturn(List.of("Lin"));
        var part = parts.stream()
                .filter(one -> one.name().equals("members"))
                .findFirst()
                .orElseThrow();
        var run = new SyncPart.Run(company, true);

        var piece = part.next(run, Optional.empty()).orElseThrow();
        assertThat(directories.in(acme.tenant(), piece::store)).isEqualTo(Map.of("member.missing", 1));
        assertThat(part.next(run, Optional.of(piece.cursor()))).isEmpty();
        assertThat(directories.in(acme.tenant(), () -> members.withCustomers(company)))
                .containsExactly("lin");
    }

    @Test
    void hidesOneTenantsMembersFromAnother() {
        settle(somebody("lin", "林晓"));
        var globex = Probing.on(port, "member:read");
        assertThat(names(globex, "/api/v1/members")).isEmpty();
        assertThat(directories.in(globex.tenant(), () -> members.ofUser(company, "lin")))
                .isEmpty();
    }

    private void hangzhou() {
        Mockito.when(wecom.departments(company))
                .thenReturn(List.of(department(1, "禾木里", 0), department(7, "杭州", 1), department(8, "滨江", 7)));
        var part = parts.stream()
                .filter(one -> one.name().equals("departments"))
                .findFirst()
                .orElseThrow();
        var piece = part.next(new SyncPart.Run(company, true), Optional.empty()).orElseThrow();
        directories.in(acme.tenant(), piece::store);
        settle(
                somebody("lin", "林晓", new Membership(8, false)),
                somebody("gumin", "顾敏", new Membership(7, true)),
                somebody("zhao", "赵", new Membership(1, false)));
    }

    private Map<String, Integer> settle(WecomDirectory.Member... told) {
        var listing = new Listing(List.of(told), Set.of());
        return directories.in(
                acme.tenant(), () -> news.settle(company, listing, Instant.now().plusSeconds(1)));
    }

    private List<String> names(String path) {
        return names(acme, path);
    }

    private static List<String> names(Probing who, String path) {
        return get(who, path)
                .path("items")
                .valueStream()
                .map(one -> one.path("name").asString())
                .toList();
    }

    private JsonNode get(String path) {
        return get(acme, path);
    }

    private static JsonNode get(Probing who, String path) {
        var encoded = path.replace("晓", "%E6%99%93");
        return new JsonMapper().readTree(who.get(encoded).body());
    }
}
