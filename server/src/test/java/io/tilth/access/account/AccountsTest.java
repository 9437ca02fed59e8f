package io.tilth.access.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.Mockito.verify;

import io.tilth.access.AccessTest;
import io.tilth.access.AccountId;
import io.tilth.access.Accounts;
import io.tilth.access.RoleId;
import io.tilth.access.Sessions;
import io.tilth.access.Staff;
import io.tilth.kernel.Live.Goodbye;
import io.tilth.kernel.Probing;
import io.tilth.kernel.Refusal;
import io.tilth.kernel.Right;
import io.tilth.kernel.TenantScope;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@AccessTest
class AccountsTest {

    @LocalServerPort
    int port;

    @Autowired
    Staff staff;

    @Autowired
    Accounts accounts;

    @Autowired
    Sessions sessions;

    @Autowired
    List<Right.Catalog> rights;

    Probing admin;
    AccountId boss;
    AccountId lin;

    @BeforeEach
    void inACompanyWithAnAdministratorAndAGuide() {
        var tenant = Probing.on(port, "").tenant();
        staff.open(tenant);
        boss = staff.hire(tenant, "Boss", Staff.ADMIN);
        lin = staff.hire(tenant, "Lin", Staff.GUIDE);
        admin = new Probing(port, tenant, boss.value(), allRights());
    }

    @Test
    void listsAccountsWithTheirRoles() {
        assertThat(admin.get("/api/v1/accounts").body())
                .contains("\"name\":\"Boss\"", "\"name\":\"管理员\"", "\"login\":\"login-lin\"", "\"state\":\"ACTIVE\"")
                .contains("\"totp\":false", "\"lastSignedInAt\":null", "\"next\":null");
    }

    @Test
    void findsByPartOfANameOrALogin() {
        assertThat(names("?q=li")).contains("Lin").doesNotContain("Boss");
        assertThat(names("?q=LOGIN-B")).contains("Boss").doesNotContain("Lin");
        assertThat(names("?q=%25")).doesNotContain("Boss", "Lin");
        assertThat(names("?state=FROZEN")).doesNotContain("Boss");
        assertThat(admin.get("/api/v1/accounts?state=GONE").statusCode()).isEqualTo(400);
    }

    @Test
    void goesOnWhereAPageEnds() {
        var first = names("?limit=1");
        var cursor = first.replaceAll("(?s).*\"next\":\"([^\"]+)\".*", "$1");

        assertThat(first).contains("Boss").doesNotContain("Lin");
        assertThat(names("?limit=1&cursor=" + cursor)).contains("Lin").doesNotContain("Boss");
        assertThat(admin.get("/api/v1/accounts?cursor=bm90LWFuLWlk").body()).contains("/problems/cursor-not-valid");
    }

    @Test
    void showsThoseOfNarrowScopeOnlyThemselves() {
        var narrow = as(lin, "account:read,account:write,SELF");

        assertThat(narrow.get("/api/v1/accounts").body()).contains("Lin").doesNotContain("Boss");
        assertThat(narrow.post(path(boss, "/freeze"), "").statusCode()).isEqualTo(404);
    }

    @Test
    void hidesLoginsFromThoseWhoSeeMaskedData() {
        staff.hire(admin.tenant(), "Zhao", Staff.GUIDE);
        staff.update(admin.tenant(), """
                update access.account set login = '13800005678' where tenant_id = :tenant and name = 'Zhao'
                """);
        var masked = as(boss, "account:read,MASKED");

        assertThat(masked.get("/api/v1/accounts").body())
                .contains("138****5678")
                .doesNotContain("13800005678");
        assertThat(masked.get("/api/v1/accounts?q=0000567").body()).doesNotContain("Zhao");
    }

    @Test
    void changesNameAndRoleAndTellsTheTrail() {
        var answer = change(lin, "Lin Mei", Staff.OPERATIONS, 1);

        assertThat(answer).contains("\"name\":\"Lin Mei\"", "总部运营", "\"version\":2");
        assertThat(admin.get("/api/v1/audit").body()).contains("account.changed", "OPERATIONS", "account.opened");
    }

    @Test
    void answersAStaleChangeWithTheAccountAsItIsNow() {
        change(lin, "Lin Mei", Staff.GUIDE, 1);
        var stale = admin.put(path(lin, ""), body("Lin", Staff.GUIDE, 1));

        assertThat(stale.statusCode()).isEqualTo(409);
        assertThat(stale.body()).contains("/problems/stale", "\"current\":{", "\"name\":\"Lin Mei\"");
    }

    @Test
    void givesNoRoleThatReachesFurtherThanTheGivers() {
        var lesser = as(lin, "account:write,account:read,company:read");

        assertThat(lesser.put(path(lin, ""), body("Lin", Staff.ADMIN, 1)).body())
                .contains("/problems/role-beyond-own");
    }

    @Test
    void touchesNobodyWhoReachesFurther() {
        staff.hire(admin.tenant(), "Second", Staff.ADMIN);
        var lesser = as(lin, "account:write,account:read,company:read");

        assertThat(lesser.post(path(boss, "/reset-link"), "").body()).contains("/problems/role-beyond-own");
        assertThat(lesser.post(path(boss, "/freeze"), "").body()).contains("/problems/role-beyond-own");
        assertThat(lesser.put(path(boss, ""), body("Boss", Staff.GUIDE, 1)).body())
                .contains("/problems/role-beyond-own");
        assertThat(lesser.delete(path(boss, "")).body()).contains("/problems/role-beyond-own");
        assertThat(admin.get("/api/v1/audit").body()).doesNotContain("account.reset-link-made");
    }

    @Test
    void freezesAndUnfreezesAndSignsOut() {
        assertThat(admin.post(path(lin, "/freeze"), "").body()).contains("FROZEN");
        verify(sessions).end(staff.person(admin.tenant(), "Lin"), Goodbye.FROZEN);
        assertThat(find(lin).frozen()).isTrue();

        assertThat(admin.post(path(lin, "/unfreeze"), "").body()).contains("ACTIVE");
        assertThat(find(lin).frozen()).isFalse();
        assertThat(admin.get("/api/v1/audit").body()).contains("account.frozen", "account.unfrozen");
    }

    @Test
    void removesTheAccountButNotThePerson() {
        assertThat(admin.delete(path(lin, "")).statusCode()).isEqualTo(204);

        verify(sessions).end(staff.person(admin.tenant(), "Lin"), Goodbye.REMOVED);
        assertThat(TenantScope.of(admin.tenant()).call(() -> accounts.find(lin)))
                .isEmpty();
        assertThat(memberships(lin)).isZero();
        assertThat(admin.get("/api/v1/audit").body()).contains("account.removed");
        assertThat(staff.hire(admin.tenant(), "Lin", Staff.GUIDE)).isNotEqualTo(lin);
    }

    @Test
    void keepsTheLastAdministrator() {
        var other = as(AccountId.next(), admin.rights());

        assertThat(other.post(path(boss, "/freeze"), "").body()).contains("/problems/last-administrator");
        assertThat(other.delete(path(boss, "")).body()).contains("/problems/last-administrator");
        assertThat(admin.put(path(boss, ""), body("Boss", Staff.GUIDE, 1)).body())
                .contains("/problems/last-administrator");
        assertThat(change(boss, "Big Boss", Staff.ADMIN, 1)).contains("Big Boss");
    }

    @Test
    void countsNoFrozenAdministrator() {
        var second = staff.hire(admin.tenant(), "Second", Staff.ADMIN);
        admin.post(path(second, "/freeze"), "");

        assertThat(as(second, admin.rights()).delete(path(boss, "")).body()).contains("/problems/last-administrator");
    }

    @Test
    void leavesOneWhenTwoAdministratorsTakeEachOtherAwayAtOnce() throws Exception {
        var second = staff.hire(admin.tenant(), "Second", Staff.ADMIN);
        var rival = as(second, admin.rights());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var one =
                    threads.submit(() -> admin.post(path(second, "/freeze"), "").statusCode());
            var two = threads.submit(() -> rival.post(path(boss, "/freeze"), "").statusCode());

            assertThat(Stream.of(one.get(), two.get())).containsExactlyInAnyOrder(200, 400);
        }
    }

    @Test
    void letsNobodyLockThemselvesOut() {
        staff.hire(admin.tenant(), "Second", Staff.ADMIN);

        assertThat(admin.post(path(boss, "/freeze"), "").body()).contains("/problems/account-own");
        assertThat(admin.delete(path(boss, "")).body()).contains("/problems/account-own");
    }

    @Test
    void handsOutAResetLink() {
        assertThat(admin.post(path(lin, "/reset-link"), "").body()).contains("/join#", "\"expiresAt\":\"");
        assertThat(admin.get("/api/v1/audit").body()).contains("account.reset-link-made");
    }

    @Test
    void givesAPersonOneAccountPerTenant() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> staff.hire(admin.tenant(), "Lin", Staff.GUIDE))
                .withMessage("account-exists");
    }

    @Test
    void hidesAccountsFromOtherTenants() {
        var globex = Probing.on(port, admin.rights());

        assertThat(globex.get("/api/v1/accounts").body()).isEqualTo("{\"items\":[],\"next\":null}");
        assertThat(globex.put(path(lin, ""), body("Hers", Staff.GUIDE, 1)).statusCode())
                .isEqualTo(404);
        assertThat(globex.delete(path(lin, "")).statusCode()).isEqualTo(404);
        assertThat(find(lin).name()).isEqualTo("Lin");
    }

    private String names(String query) {
        return admin.get("/api/v1/accounts" + query).body();
    }

    private String change(AccountId id, String name, RoleId role, int version) {
        var answer = admin.put(path(id, ""), body(name, role, version));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private Accounts.Account find(AccountId id) {
        return TenantScope.of(admin.tenant()).call(() -> accounts.find(id)).orElseThrow();
    }

    private long memberships(AccountId id) {
        return staff.single(
                admin.tenant(),
                "select count(*) from access.membership where tenant_id = :tenant and account_id = '%s'"
                        .formatted(id.value()),
                Long.class);
    }

    private String allRights() {
        return rights.stream()
                .flatMap(catalog -> catalog.rights().stream())
                .filter(right -> right.places().contains(Right.Place.COMPANY))
                .map(Right::key)
                .collect(Collectors.joining(","));
    }

    private Probing as(AccountId account, String rights) {
        return new Probing(port, admin.tenant(), account.value(), rights);
    }

    private static String path(AccountId id, String deed) {
        return "/api/v1/accounts/" + id.value() + deed;
    }

    private static String body(String name, RoleId role, int version) {
        return """
                {"name": "%s", "roleId": "%s", "version": %d}""".formatted(name, role.value(), version);
    }
}
