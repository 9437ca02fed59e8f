package io.tilth.access.role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tilth.access.AccessTest;
import io.tilth.access.RoleId;
import io.tilth.access.Roles;
import io.tilth.access.Staff;
import io.tilth.kernel.Probing;
import io.tilth.kernel.Refusal;
import io.tilth.kernel.TenantId;
import io.tilth.kernel.TenantScope;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@AccessTest
class RolesTest {

    private static final String SHOP = """
            {"name": "Shop", "scope": "SELF", "masked": true, "rights": ["account:read"]%s}""";

    @LocalServerPort
    int port;

    @Autowired
    Staff staff;

    @Autowired
    Roles roles;

    Probing admin;

    @BeforeEach
    void inACompanyOfItsOwn() {
        admin = Probing.on(port, "role:read,role:write,account:read,account:write,audit:read");
        staff.open(admin.tenant());
    }

    @Test
    void namesBuiltInRolesInTheReadersLanguage() {
        assertThat(admin.get("/api/v1/roles").body())
                .contains("管理员", "总部运营", "店长", "导购", "客服", "\"key\":\"ADMIN\"")
                .doesNotContain("平台");
        assertThat(admin.get("/api/v1/roles", "Accept-Language:en").body()).contains("Shop manager");
    }

    @Test
    void offersTheRightsOfThePlace() {
        var house = new Probing(port, TenantId.HOUSE, admin.account(), "role:read");

        assertThat(admin.get("/api/v1/rights").body())
                .contains("{\"key\":\"support:decide\",\"group\":\"support\"}", "company:export")
                .doesNotContain("support:ask", "tenant:read");
        assertThat(house.get("/api/v1/rights").body())
                .contains("support:ask", "tenant:read")
                .doesNotContain("support:decide", "company:export");
        assertThat(house.get("/api/v1/roles").body()).contains("平台管理员", "平台客服").doesNotContain("导购");
    }

    @Test
    void knowsOnlyRightsThatSomebodyDeclares() {
        var offered =
                TenantScope.of(admin.tenant()).call(() -> roles.get(Staff.ADMIN).rights());

        assertThat(offered).contains("company:export", "account:write", "audit:read");
        assertThat(offered)
                .containsAll(TenantScope.of(admin.tenant())
                        .call(() -> roles.get(Staff.OPERATIONS).rights()));
    }

    @Test
    void makesChangesAndRemovesOwnRolesAndKeepsATrail() {
        var id = create();
        var changed = admin.put(
                "/api/v1/roles/" + id, SHOP.formatted(", \"version\": 1").replace("Shop", "Till"));

        assertThat(changed.body()).contains("\"name\":\"Till\"", "\"version\":2", "\"builtIn\":false", "\"key\":null");
        assertThat(admin.delete("/api/v1/roles/" + id).statusCode()).isEqualTo(204);
        assertThat(admin.get("/api/v1/roles").body()).doesNotContain("Till");
        assertThat(admin.get("/api/v1/audit").body()).contains("role.created", "role.changed", "role.removed");
    }

    @Test
    void answersAStaleChangeWithTheRoleAsItIsNow() {
        var id = create();
        admin.put("/api/v1/roles/" + id, SHOP.formatted(", \"version\": 1").replace("Shop", "Till"));
        var stale = admin.put("/api/v1/roles/" + id, SHOP.formatted(", \"version\": 1"));

        assertThat(stale.statusCode()).isEqualTo(409);
        assertThat(stale.body()).contains("/problems/stale", "\"current\":{", "\"name\":\"Till\"", "\"version\":2");
    }

    @Test
    void givesNoRightThatTheMakerDoesNotHold() {
        var refused = admin.post("/api/v1/roles", SHOP.formatted("").replace("account:read", "audit:export"));

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("/problems/role-beyond-own");
    }

    @Test
    void seesNoFurtherThanItsMaker() {
        var narrow = new Probing(port, admin.tenant(), admin.account(), "role:write,account:read,SELF,MASKED");

        assertThat(narrow.post("/api/v1/roles", SHOP.formatted("").replace("SELF", "ALL"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(narrow.post("/api/v1/roles", SHOP.formatted("").replace("true", "false"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(narrow.post("/api/v1/roles", SHOP.formatted("")).statusCode())
                .isEqualTo(201);
    }

    @Test
    void isNotWeakenedByThoseBelowIt() {
        var id = create();
        var lesser = new Probing(port, admin.tenant(), admin.account(), "role:write");

        assertThat(lesser.put(
                                "/api/v1/roles/" + id,
                                SHOP.formatted(", \"version\": 1").replace("\"account:read\"", ""))
                        .statusCode())
                .isEqualTo(403);
        assertThat(lesser.delete("/api/v1/roles/" + id).statusCode()).isEqualTo(403);
    }

    @Test
    void knowsNoRightOfAnotherPlace() {
        var greedy = new Probing(port, admin.tenant(), admin.account(), "role:write,tenant:write");

        assertThat(greedy.post("/api/v1/roles", SHOP.formatted("").replace("account:read", "tenant:write"))
                        .body())
                .contains("/problems/right-unknown", "tenant:write");
    }

    @Test
    void takesANameOnce() {
        create();

        assertThat(admin.post("/api/v1/roles", SHOP.formatted("")).body()).contains("/problems/role-name-taken");
        assertThat(admin.post("/api/v1/roles", SHOP.formatted("").replace("Shop", "管理员"))
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void staysWhileSomebodyHoldsIt() {
        var id = create();
        staff.hire(admin.tenant(), "Holder", RoleId.of(id));

        var refused = admin.delete("/api/v1/roles/" + id);

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("/problems/role-in-use", "\"users\":1");
        assertThat(admin.get("/api/v1/roles").body()).contains("\"accounts\":1");
    }

    @Test
    void leavesBuiltInRolesAsTheyAre() {
        assertThat(admin.delete("/api/v1/roles/" + Staff.GUIDE.value()).body()).contains("/problems/role-built-in");
    }

    @Test
    void hidesOwnRolesFromOtherTenants() {
        var id = create();
        var globex = Probing.on(port, "role:read,role:write,account:read");

        assertThat(globex.get("/api/v1/roles").body()).doesNotContain("Shop");
        assertThat(globex.delete("/api/v1/roles/" + id).statusCode()).isEqualTo(404);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> TenantScope.of(globex.tenant()).call(() -> roles.get(RoleId.of(id))));
    }

    private String create() {
        var answer = admin.post("/api/v1/roles", SHOP.formatted(""));
        assertThat(answer.statusCode()).isEqualTo(201);
        return answer.body().replaceAll("(?s)^\\{\"id\":\"([^\"]+)\".*", "$1");
    }
}
