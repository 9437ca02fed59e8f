package io.tilth.access.rolerule;

import static org.assertj.core.api.Assertions.assertThat;

import io.tilth.access.AccessTest;
import io.tilth.access.RoleId;
import io.tilth.access.RoleRules;
import io.tilth.access.Staff;
import io.tilth.directory.Directories;
import io.tilth.directory.Members.Member;
import io.tilth.kernel.Probing;
import io.tilth.kernel.TenantId;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@AccessTest
@Import(Directories.class)
class RoleRulesTest {

    private static final RoleId SERVICE = new RoleId(new UUID(0, 5));
    private static final RoleId OPERATIONS = Staff.OPERATIONS;
    private static final RoleId GUIDE = Staff.GUIDE;

    @Autowired
    Staff staff;

    @Autowired
    Directories directories;

    @Autowired
    RoleRules rules;

    @LocalServerPort
    int port;

    Probing admin;
    TenantId acme;
    Member lin;

    @BeforeEach
    void furnish() {
        var guidesRights = "company:read,member:read,shop:read,overview:read,customer:read,customer:write,share:read,"
                + "share:write,alert:read,alert:write,group-chat:read,material:read";
        admin = Probing.on(port, "role-rule:read,role-rule:write,role:write," + guidesRights);
        acme = admin.tenant();
        staff.open(acme);
        var company = directories.connect(acme);
        var fields = Map.of("UserID", "linxiao", "Name", "林晓", "Department", "3", "Position", "家居顾问");
        directories.tell(acme, Directories.contact(company, "create_user", Instant.now(), fields));
        lin = directories.member(acme, company, "linxiao");
    }

    @Test
    void givesTheFirstRoleThatFitsAndTheUsualOneOtherwise() {
        assertThat(roleOfLin()).isEqualTo(GUIDE);

        put(rule("店长", GUIDE), rule("顾问", SERVICE), rule("家居", GUIDE));
        assertThat(roleOfLin()).isEqualTo(SERVICE);

        put(rule("家居", GUIDE), rule("顾问", SERVICE));
        assertThat(roleOfLin()).isEqualTo(GUIDE);
    }

    @Test
    void listsTheRulesInTheirOrderWithTheNamesOfWhatTheyName() {
        var department = (UUID) staff.single(
                acme, "select id from directory.department where tenant_id = :tenant and number = 3", UUID.class);
        put("""
                {"departmentId": "%s", "leads": true, "roleId": "%s"}""".formatted(department, SERVICE.value()), rule("顾问", GUIDE));

        var listed = new JsonMapper()
                .readTree(admin.get("/api/v1/role-rules", "Accept-Language:en").body());

        assertThat(listed).hasSize(2);
        assertThat(listed.at("/0/priority").asInt()).isEqualTo(1);
        assertThat(listed.at("/0/when/department/id").asString()).isEqualTo(department.toString());
        assertThat(listed.at("/0/when/leads").asBoolean()).isTrue();
        assertThat(listed.at("/0/when/positionHas").isNull()).isTrue();
        assertThat(listed.at("/0/role/name").asString()).isEqualTo("Customer service");
        assertThat(listed.at("/1/when/positionHas").asString()).isEqualTo("顾问");
    }

    @Test
    void letsNobodyGiveByARuleWhatTheyCouldNotGiveByHand() {
        put(rule("顾问", GUIDE));

        assertThat(send(rule("顾问", OPERATIONS)).body()).contains("role-beyond-own");
        assertThat(roleOfLin()).isEqualTo(GUIDE);
    }

    @Test
    void letsNobodyTakeARuleAwayThatGivesMoreThanTheyHold() {
        var guide = new Probing(port, acme, UUID.randomUUID(), "role-rule:write,MASKED,SELF");
        put(rule("顾问", GUIDE));

        assertThat(guide.put("/api/v1/role-rules", "{\"rules\": []}").body()).contains("role-beyond-own");
        assertThat(list()).hasSize(1);
    }

    @Test
    void keepsARoleThatARuleGives() {
        var made = admin.post("/api/v1/roles", """
                {"name": "顾问", "scope": "SELF", "masked": true, "rights": ["member:read"]}""");
        var id = new JsonMapper().readTree(made.body()).at("/id").asString();
        put(rule("顾问", RoleId.of(id)));

        assertThat(admin.delete("/api/v1/roles/" + id).body()).contains("role-in-use");
    }

    @Test
    void hidesTheRulesFromOtherTenants() {
        put(rule("顾问", GUIDE));

        assertThat(Probing.on(port, "role-rule:read").get("/api/v1/role-rules").body())
                .isEqualTo("[]");
    }

    private RoleId roleOfLin() {
        return directories.in(acme, () -> rules.roleFor(lin.id()));
    }

    private static String rule(String position, RoleId role) {
        return """
                {"positionHas": "%s", "roleId": "%s"}""".formatted(position, role.value());
    }

    private void put(String... rules) {
        var answer = send(rules);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private HttpResponse<String> send(String... rules) {
        return admin.put("/api/v1/role-rules", "{\"rules\": [" + String.join(",", rules) + "]}");
    }

    private JsonNode list() {
        return new JsonMapper().readTree(admin.get("/api/v1/role-rules").body());
    }
}
