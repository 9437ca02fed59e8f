package io.tilth.access.wecom;

import static io.tilth.access.House.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;

import io.tilth.access.TestBrowser;
import io.tilth.directory.MemberId;
import io.tilth.directory.Members.Member;
import io.tilth.wecom.CompanyId;
import io.tilth.wecom.WecomRefusal;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WecomSignInTest extends WecomKit {

    @Test
    void sendsABrowserInsideWecomSilentlyAndAnyOtherToTheQrCode() {
        var inside = begin(new TestBrowser(port).calledAs(WECOM), hemu);
        var outside = begin(browser, hemu);

        assertThat(inside.status()).isEqualTo(302);
        assertThat(inside.location())
                .startsWith("https://open.weixin.qq.com/in?back=")
                .contains("/wecom/sign-in/return");
        assertThat(outside.location()).startsWith("https://login.work.weixin.qq.com/scan");
        assertThat(outside.setCookies())
                .anySatisfy(cookie -> assertThat(cookie)
                        .startsWith("tilth-wecom=")
                        .contains("HttpOnly", "SameSite=Lax", "Max-Age=600", "Path=/"));
        assertThat(state(inside)).isNotEqualTo(state(outside)).hasSizeGreaterThanOrEqualTo(32);
    }

    @Test
    void opensAnAccountForWhoComesForTheFirstTime() {
        var arrived = signIn(browser, member("linxiao"));

        assertThat(arrived.status()).isEqualTo(302);
        assertThat(arrived.location()).isEqualTo("/console");
        assertThat(browser.cookies()).doesNotContainKey("tilth-wecom");
        var session = browser.get("/api/v1/session");
        assertThat(session.text("/account/name")).isEqualTo("林晓");
        assertThat(session.text("/account/role")).isEqualTo("Sales guide");
        assertThat(session.text("/place/tenant")).isEqualTo("" + acme.value());
        assertThat(session.text("/person/login")).startsWith("wecom-");
        assertThat(house.query("""
                        select action from kernel.audit where tenant_id = ?
                            and action in ('account.opened', 'session.opened') order by id
                        """, acme.value()))
                .extracting(row -> row.get("action"))
                .containsExactly("account.opened", "session.opened");
    }

    @Test
    void knowsThemTheNextTime() {
        var lin = member("linxiao");
        signIn(browser, lin);
        var first = browser.get("/api/v1/session").text("/account/id");
        var elsewhere = new TestBrowser(port);

        signIn(elsewhere, lin);

        assertThat(elsewhere.get("/api/v1/session").text("/account/id")).isEqualTo(first);
        assertThat(elsewhere.get("/api/v1/me/sign-ins").json()).hasSize(2);
    }

    @Test
    void opensOneAccountForWhoComesTwiceAtOnce() throws Exception {
        var lin = member("linxiao");
        var browsers = Stream.generate(() -> new TestBrowser(port)).limit(4).toList();
        var states = browsers.stream().map(one -> state(begin(one, hemu))).toList();
        var sent = Stream.generate(() -> code(lin)).limit(4).toList();
        try (var crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            var comings = Stream.iterate(0, i -> i + 1)
                    .limit(4)
                    .map(i -> (Callable<String>) () ->
                            back(browsers.get(i), sent.get(i), states.get(i)).location())
                    .toList();
            assertThat(crowd.invokeAll(comings))
                    .allSatisfy(end -> assertThat(end.get()).isEqualTo("/console"));
        }

        assertThat(house.query("select * from access.account where tenant_id = ?", acme.value()))
                .hasSize(1);
    }

    @Test
    void makesTheLeaderOfAShopItsManager() {
        var shop = Map.of("UserID", "gumin", "Name", "顾敏", "Department", "7", "IsLeaderInDept", "1");
        tell(acme, hemu, "create_user", shop);
        house.update("""
                insert into directory.shop (tenant_id, id, code, name, city, address, department_id)
                select tenant_id, gen_random_uuid(), 'HZ01', '滨江店', '杭州', '', id from directory.department
                where tenant_id = ? and number = 7
                """, acme.value());

        signIn(browser, directories.member(acme, hemu, "gumin"));

        assertThat(browser.get("/api/v1/session").text("/account/role")).isEqualTo("Shop manager");
    }

    @Test
    void leadsToThePageThatWasWantedButNeverToAnotherSite() {
        var lin = member("linxiao");
        var wanted = browser.get("/wecom/sign-in/" + hemu.value() + "?to=/console/customers");
        assertThat(back(browser, code(lin), state(wanted)).location()).isEqualTo("/console/customers");

        var foreign = browser.get("/wecom/sign-in/" + hemu.value() + "?to=https://evil.example/console");
        assertThat(back(browser, code(lin), state(foreign)).location()).isEqualTo("/console");
    }

    @Test
    void refusesAStateThatThisBrowserDidNotBegin() {
        var lin = member("linxiao");
        var theirs = state(begin(new TestBrowser(port), hemu));

        assertThat(problem(back(browser, code(lin), theirs))).isEqualTo("wecom-sign-in-over");
        begin(browser, hemu);
        assertThat(problem(back(browser, code(lin), theirs))).isEqualTo("wecom-sign-in-over");
        assertThat(problem(back(browser, code(lin), ""))).isEqualTo("wecom-sign-in-over");
        assertThat(browser.get("/api/v1/session").status()).isEqualTo(401);
    }

    @Test
    void refusesAStateThatIsTooOld() {
        var lin = member("linxiao");
        var state = state(begin(browser, hemu));

        clock.forward(Duration.ofMinutes(11));

        assertThat(problem(back(browser, code(lin), state))).isEqualTo("wecom-sign-in-over");
    }

    @Test
    void takesACodeOnlyOnce() {
        var lin = member("linxiao");
        var state = state(begin(browser, hemu));
        var cookies = Map.copyOf(browser.cookies());
        var code = code(lin);
        back(browser, code, state);
        var thief = new TestBrowser(port);
        thief.cookies().put("tilth-wecom", cookies.get("tilth-wecom"));

        assertThat(problem(back(thief, code, state))).isEqualTo("wecom-not-a-member");
        assertThat(thief.get("/api/v1/session").status()).isEqualTo(401);
    }

    @Test
    void refusesACodeOfAnotherCompany() {
        var globex = house.company("Globex");
        var other = connect(globex);
        var zhao = member(globex, other, "linxiao");
        member("linxiao");
        var state = state(begin(browser, hemu));

        var refused = back(browser, code(zhao), state);

        assertThat(problem(refused)).isEqualTo("wecom-not-a-member");
        assertThat(refused.location()).startsWith("/sign-in?company=" + hemu.value());
    }

    @Test
    void keepsWhoCameByWecomInThatCompany() {
        var globex = house.company("Globex");
        var owner = house.administrator(acme, globex);
        var admin = new TestBrowser(port);
        admin.signIn(owner.login(), PASSWORD);
        admin.put("/api/v1/session/place", Map.of("tenant", acme.value()));
        var lin = member("linxiao");
        var tied = admin.put(
                "/api/v1/accounts/" + account(owner) + "/members/" + lin.id().value(), Map.of());
        assertThat(tied.status()).isEqualTo(204);

        signIn(browser, lin);

        assertThat(browser.get("/api/v1/session").text("/place/name")).isEqualTo("Acme");
        assertThat(browser.get("/api/v1/me/places").json()).hasSize(1);
        var away = browser.put("/api/v1/session/place", Map.of("tenant", globex.value()));
        assertThat(away.problem()).isEqualTo("place-not-yours");
        assertThat(browser.get("/api/v1/session").text("/place/name")).isEqualTo("Acme");
    }

    @Test
    void refusesWhoTheDirectoryDoesNotHaveOrNoLonger() {
        var stranger = new Member(MemberId.next(), hemu, "stranger", "路人", true);
        assertThat(problem(signIn(browser, stranger))).isEqualTo("wecom-member-unknown");

        var zhou = member("zhoulei");
        leaves(zhou);
        assertThat(problem(signIn(browser, zhou))).isEqualTo("wecom-member-left");
        assertThat(house.query("select * from access.account where tenant_id = ?", acme.value()))
                .isEmpty();
    }

    @Test
    void refusesAFrozenAccount() {
        var lin = member("linxiao");
        signIn(browser, lin);
        house.update("update access.account set state = 'FROZEN' where tenant_id = ?", acme.value());

        assertThat(problem(signIn(new TestBrowser(port), lin))).isEqualTo("no-place");
    }

    @Test
    void opensNothingInASuspendedCompanyAndSaysWhyToWhoIsKnown() {
        var lin = member("linxiao");
        signIn(browser, lin);
        house.suspend(acme, "unpaid");

        assertThat(problem(signIn(new TestBrowser(port), member("chenyan")))).isEqualTo("wecom-suspended");
        signIn(browser, lin);
        assertThat(browser.get("/api/v1/session").problem()).isEqualTo("tenant-suspended");
    }

    @Test
    void knowsNoCompanyThatIsNotConnected() {
        assertThat(problem(begin(browser, CompanyId.next()))).isEqualTo("wecom-sign-in-unknown");
        assertThat(problem(browser.get("/wecom/sign-in/hello"))).isEqualTo("wecom-sign-in-unknown");

        house.update("update wecom.company set state = 'CLOSED' where tenant_id = ?", acme.value());
        look(acme, hemu);

        assertThat(problem(begin(browser, hemu))).isEqualTo("wecom-sign-in-unknown");
    }

    @Test
    void saysWhenWecomIsOutOfReach() {
        var lin = member("linxiao");
        doThrow(new WecomRefusal("auth/getuserinfo", -1, WecomRefusal.Kind.BUSY, "system busy"))
                .when(logins)
                .who(any(), any());

        assertThat(problem(signIn(browser, lin))).isEqualTo("wecom-unreachable");
    }

    @Test
    void letsNobodyGuessCodesWithoutEnd() {
        for (int guess = 0; guess < 30; guess++) {
            assertThat(problem(back(browser, "guess" + guess, state(begin(browser, hemu)))))
                    .isEqualTo("wecom-not-a-member");
        }

        var lin = member("linxiao");
        assertThat(problem(signIn(browser, lin))).isEqualTo("too-many-guesses");
        assertThat(signIn(new TestBrowser(port), lin).location()).isEqualTo("/console");
    }

    @Test
    void letsAnOfficeInThatComesFromOneAddress() {
        for (int one = 0; one < 35; one++) {
            var somebody = new TestBrowser(port, "10.9.9.9");
            assertThat(signIn(somebody, member("member-" + one)).location()).isEqualTo("/console");
        }
    }

    @Test
    void givesALoginThatNoPasswordOpens() {
        signIn(browser, member("linxiao"));
        var login = browser.get("/api/v1/session").text("/person/login");

        assertThat(new TestBrowser(port).signIn(login, PASSWORD).problem()).isEqualTo("sign-in-failed");
        assertThat(browser.put("/api/v1/me/password", Map.of("current", "", "next", PASSWORD))
                        .status())
                .isEqualTo(400);
    }
}
