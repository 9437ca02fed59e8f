package io.tilth.automation.shopday;

import static org.assertj.core.api.Assertions.assertThat;

import io.tilth.ServerTest;
import io.tilth.directory.Directories;
import io.tilth.directory.ShopId;
import io.tilth.guard.statement.StatementGuard;
import io.tilth.kernel.KernelProbe;
import io.tilth.kernel.Probing;
import io.tilth.kernel.TenantJdbc;
import io.tilth.wecom.CompanyId;
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

/** What a shop's leader sees of its day, and what they can do about it. */
@ServerTest
@Import({KernelProbe.class, Directories.class})
class ShopDayTest {

    private static final String RIGHTS = "customer:read,customer:write,alert:read,alert:assign,member:write";

    @LocalServerPort
    int port;

    @Autowired
    Directories directories;

    @Autowired
    TenantJdbc jdbc;

    @Autowired
    ShopDayService days;

    private final UUID gumin = UUID.randomUUID();
    private final UUID lin = UUID.randomUUID();
    private final UUID chen = UUID.randomUUID();
    private final UUID stranger = UUID.randomUUID();
    private final UUID material = UUID.randomUUID();
    private Probing acme;
    private CompanyId company;
    private Probing leader;
    private UUID shop;

    @BeforeEach
    void withTwoShops() {
        acme = Probing.on(port, RIGHTS);
        company = directories.connect(acme.tenant());
        shop = shop("01", "滨江店", gumin, lin, chen);
        shop("02", "西湖店", stranger);
        leader = of(gumin, "DEPARTMENT");
        run("""
                insert into content.material (tenant_id, id, kind, state, draft, published, created_by, created_at,
                    updated_at)
                values (:tenant, '%1$s', 'LINK', 'PUBLISHED', 1, 1, 'Lin', now(), now());
                insert into content.material_version (tenant_id, material_id, number, title, description, priced,
                    content, saved_by, saved_at)
                values (:tenant, '%1$s', 1, '报价单', '', true, '{}', 'Lin', now())""".formatted(material));
    }

    @Test
    void isAboutTheShopThatTheCallerLeadsAndNoOther() {
        friend("王先生", stranger, "0 hours");
        var day = day(leader);

        assertThat(day.at("/shop/name").asString()).isEqualTo("滨江店");
        assertThat(day.at("/shops")).hasSize(1);
        assertThat(names(day, "/guides", "/member")).contains("顾敏", "林晓", "陈燕").doesNotContain("外人");
        assertThat(day.at("/newFriendCount").asInt()).isZero();
    }

    @Test
    void countsTodaysNewFriendsAndSaysWhoWasAnswered() {
        friend("王先生", lin, "0 hours");
        var li = friend("李女士", chen, "0 hours");
        friend("旧客户", lin, "3 days");
        run("update customer.follow set contacted_at = now() where tenant_id = :tenant and customer_id = '" + li + "'");

        var day = day(leader);
        assertThat(day.at("/newFriendCount").asInt()).isEqualTo(2);
        assertThat(names(day, "/newFriends", "/customer")).containsExactlyInAnyOrder("王先生", "李女士");
        assertThat(day.at("/newFriends")
                        .valueStream()
                        .filter(one -> !one.path("answeredAt").isNull()))
                .singleElement()
                .extracting(one -> one.at("/member/name").asString())
                .isEqualTo("陈燕");
    }

    @Test
    void showsAlertsThatWaitedForHalfAnHourAndThoseThatNobodyAnswered() {
        var wang = friend("王先生", lin, "20 days");
        var zhao = friend("赵女士", lin, "20 days");
        alert(wang, lin, "OPEN", "31 minutes");
        alert(friend("刚来的", lin, "20 days"), lin, "OPEN", "5 minutes");
        alert(friend("别店的", stranger, "20 days"), stranger, "OPEN", "40 minutes");
        alert(zhao, lin, "EXPIRED", "2 days");
        run("update customer.follow set state = 'DELETED_BY_CUSTOMER' where tenant_id = :tenant and customer_id = '"
                + zhao + "'");

        var day = day(leader);
        assertThat(names(day, "/unhandledAlerts", "/customer")).containsExactly("王先生");
        assertThat(names(day, "/missedAlerts", "/customer")).containsExactly("赵女士");
        assertThat(day.at("/missedAlerts/0/lost").asBoolean()).isTrue();
    }

    @Test
    void givesAnAlertToAColleagueInSightOnly() {
        var waiting = alert(friend("王先生", lin, "20 days"), lin, "OPEN", "31 minutes");
        var path = "/api/v1/alerts/" + waiting + "/reassign";

        assertThat(leader.post(path, "{\"memberId\":\"%s\"}".formatted(stranger))
                        .statusCode())
                .isEqualTo(400);
        assertThat(leader.post(path, "{\"memberId\":\"%s\"}".formatted(chen)).statusCode())
                .isEqualTo(200);
        assertThat(day(leader).at("/unhandledAlerts/0/member/name").asString()).isEqualTo("陈燕");
    }

    @Test
    void movesACardFromOneGuidesListToAnothers() {
        var wang = friend("王先生", lin, "20 days");
        follow(wang, chen, "20 days");
        hot(wang);
        assertThat(names(day(leader), "/untouchedHot", "/customer")).containsExactly("王先生");
        assertThat(guide(lin).path("open").asInt()).isEqualTo(1);
        assertThat(read(leader, "/api/v1/today?member=" + lin).at("/items/0/friends"))
                .hasSize(2);

        assertThat(leader.post("/api/v1/today/" + wang + "/reassign", "{\"memberId\":\"%s\"}".formatted(chen))
                        .statusCode())
                .isEqualTo(204);
        assertThat(guide(lin).path("open").asInt()).isZero();
        assertThat(guide(chen).path("open").asInt()).isEqualTo(1);
    }

    @Test
    void saysWhoHasDoneHowMuchAndWhoRests() {
        var wang = friend("王先生", lin, "20 days");
        hot(wang);
        assertThat(of(lin, "SELF").post("/api/v1/today/" + wang + "/done", "{}").statusCode())
                .isEqualTo(204);
        assertThat(leader.put("/api/v1/members/" + chen + "/rest", "{\"resting\":true}")
                        .statusCode())
                .isEqualTo(200);

        assertThat(guide(lin).path("done").asInt()).isEqualTo(1);
        assertThat(guide(chen).path("resting").asBoolean()).isTrue();
        assertThat(names(day(leader), "/untouchedHot", "/customer")).isEmpty();
    }

    @Test
    void isForLeadersWithinTheirSight() {
        var other = shop("03", "远处店");
        var guide = new Probing(port, acme.tenant(), acme.account(), "customer:read,SELF,MEMBER=" + lin);

        assertThat(guide.get("/api/v1/shop-days").statusCode()).isEqualTo(403);
        assertThat(leader.get("/api/v1/shop-days?shop=" + other).statusCode()).isEqualTo(404);
        assertThat(leader.get("/api/v1/today?member=" + stranger).statusCode()).isEqualTo(400);
        var globex = Probing.on(port, RIGHTS);
        assertThat(globex.get("/api/v1/shop-days?shop=" + shop).statusCode()).isEqualTo(404);
        assertThat(day(globex).at("/guides")).isEmpty();
    }

    @Test
    void asksTheDatabaseNoMoreOftenForMany() {
        friend("王先生", lin, "0 hours");
        hot(friend("热一", lin, "20 days"));
        alert(friend("等一", lin, "20 days"), lin, "OPEN", "1 hour");
        int few = statements();
        for (int i = 0; i < 8; i++) {
            friend("新" + i, chen, "0 hours");
            hot(friend("热" + i, chen, "20 days"));
            alert(friend("等" + i, gumin, "20 days"), gumin, "OPEN", "1 hour");
        }

        assertThat(statements()).isEqualTo(few).isLessThan(45);
    }

    private int statements() {
        return StatementGuard.count(() -> directories.in(acme.tenant(), () -> days.of(Optional.of(new ShopId(shop)))));
    }

    private UUID shop(String code, String name, UUID... staff) {
        var department = UUID.randomUUID();
        var id = UUID.randomUUID();
        run("""
                insert into directory.department (tenant_id, id, company_id, number, parent, name, sort_order)
                values (:tenant, '%s', '%s', %s, 1, '%s', 0)""".formatted(department, company.value(), "1" + code, name));
        for (var member : staff) {
            run("""
                    insert into directory.member (tenant_id, id, company_id, user_id, name, status, has_customers,
                        heard_at, touched_at)
                    values (:tenant, '%1$s', '%2$s', '%1$s', '%3$s', 'ACTIVE', true, now(), now());
                    insert into directory.membership (tenant_id, member_id, department_id, leads)
                    values (:tenant, '%1$s', '%4$s', %5$s)""".formatted(member, company.value(), called(member), department, member.equals(gumin)));
        }
        run("""
                insert into directory.shop (tenant_id, id, code, name, city, address, department_id, manager_id)
                values (:tenant, '%s', '%s', '%s', '', '', '%s', %s)""".formatted(id, code, name, department, staff.length == 0 ? "null" : "'" + staff[0] + "'"));
        return id;
    }

    private String called(UUID member) {
        return Map.of(gumin, "顾敏", lin, "林晓", chen, "陈燕").getOrDefault(member, "外人");
    }

    private UUID friend(String name, UUID member, String ago) {
        var id = UUID.randomUUID();
        run("""
                insert into customer.customer (tenant_id, id, name, type, added_at)
                values (:tenant, '%1$s', '%2$s', 1, now());
                insert into customer.identity (tenant_id, id, company_id, external_user_id, customer_id, touched_at)
                values (:tenant, '%1$s', '%3$s', 'wm%1$s', '%1$s', now())""".formatted(id, name, company.value()));
        follow(id, member, ago);
        return id;
    }

    private void follow(UUID customer, UUID member, String ago) {
        run("""
                insert into customer.follow (tenant_id, id, identity_id, customer_id, member_id, state, half,
                    created_at, begun_at, heard_at, remark, description, mobiles, add_way)
                values (:tenant, '%s', '%2$s', '%2$s', '%3$s', 'ACTIVE', false, now() - interval '%4$s',
                    now() - interval '%4$s', now(), '', '', '{}', 1)""".formatted(UUID.randomUUID(), customer, member, ago));
    }

    private void hot(UUID customer) {
        run("""
                insert into customer.score (tenant_id, customer_id, heat, half_life, moved_at, setting)
                values (:tenant, '%s', log(2, 80) + extract(epoch from now()) / 86400 / 14, 14, now() - interval '1 hour',
                    0)""".formatted(customer));
        run("""
                insert into customer.score_signal (tenant_id, id, customer_id, kind, factor, at, source, points)
                values (:tenant, '%1$s', '%1$s', 'PHONE_LEFT', 1, now() - interval '1 hour', '%1$s', 80)""".formatted(customer));
    }

    private UUID alert(UUID customer, UUID member, String state, String ago) {
        var id = UUID.randomUUID();
        run("""
                insert into tracking.alert (tenant_id, id, customer_id, member_id, level, cause, certainty, visit_id,
                    share_id, material_id, priced, deed, seconds, percent, opened_at, moved_at, state)
                values (:tenant, '%1$s', '%2$s', '%3$s', 'IMMEDIATE', 'PRICED', 'SELF', '%1$s', '%1$s', '%4$s', true,
                    'OPENED', 40, 20, now() - interval '%6$s', now(), '%5$s')""".formatted(id, customer, member, material, state, ago));
        run("""
                insert into tracking.alert_holder (tenant_id, alert_id, member_id, part, told_at)
                values (:tenant, '%s', '%s', 'OWNER', now())""".formatted(id, member));
        return id;
    }

    private void run(String statements) {
        directories.in(acme.tenant(), () -> {
            Stream.of(statements.split(";"))
                    .forEach(statement -> jdbc.sql(statement).update());
            return true;
        });
    }

    private Probing of(UUID member, String scope) {
        return new Probing(port, acme.tenant(), acme.account(), RIGHTS + "," + scope + ",MEMBER=" + member);
    }

    private JsonNode guide(UUID member) {
        return day(leader)
                .at("/guides")
                .valueStream()
                .filter(one -> one.at("/member/id").asString().equals(member.toString()))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> names(JsonNode day, String list, String who) {
        return day.at(list)
                .valueStream()
                .map(one -> one.at(who + "/name").asString())
                .toList();
    }

    private static JsonNode day(Probing who) {
        return read(who, "/api/v1/shop-days");
    }

    private static JsonNode read(Probing who, String path) {
        var answer = who.get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return new JsonMapper().readTree(answer.body());
    }
}
