package io.tilth.access.wecom;

import static io.tilth.access.House.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tilth.access.Persons.Person;
import io.tilth.access.TestBrowser;
import io.tilth.directory.MemberLeft;
import io.tilth.directory.Members.Member;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;

class LeavingTest extends WecomKit {

    @Autowired
    LeavingService leaving;

    @Autowired
    ApplicationEventPublisher events;

    TestBrowser admin;
    Person owner;
    Member lin;

    @BeforeEach
    void signEverybodyIn() {
        owner = house.administrator(acme);
        admin = new TestBrowser(port);
        admin.signIn(owner.login(), PASSWORD);
        lin = member("linxiao");
        signIn(browser, lin);
    }

    @Test
    void showsWhoLeavesOutAtOnceAndLetsWhoReturnsInAgain() {
        leaves(lin);
        await().until(() -> browser.get("/api/v1/session").status() == 401);
        assertThat(problem(signIn(browser, lin))).isEqualTo("wecom-member-left");
        assertThat(admin.get("/api/v1/audit?action=account.frozen").text("/items/0/detail/why"))
                .isEqualTo("LEFT");

        member("linxiao");

        await().until(() -> signIn(browser, lin).location().equals("/console"));
    }

    @Test
    void leavesThoseFrozenWhomAnAdministratorFroze() {
        freeze();
        leaves(lin);
        member("linxiao");
        look();

        assertThat(problem(signIn(browser, lin))).isEqualTo("no-place");
    }

    @Test
    void leavesThoseFrozenWhomAnAdministratorFrozeAfterTheyLeft() {
        leaves(lin);
        await().until(() -> browser.get("/api/v1/session").status() == 401);
        freeze();
        member("linxiao");
        look();

        assertThat(problem(signIn(browser, lin))).isEqualTo("no-place");
    }

    @Test
    void looksAtWhatHoldsWhenNewsComeLate() {
        house.in(acme, () -> {
            events.publishEvent(new MemberLeft(lin.id())); // as if said again after the member came back
            return true;
        });
        look();

        assertThat(browser.get("/api/v1/session").status()).isEqualTo(200);
    }

    @Test
    void keepsWhoIsStillHereAsAMemberOfAnotherCompany() {
        var second = connect(acme);
        var other = member(acme, second, "linxiao2");
        assertThat(tie(other).status()).isEqualTo(204);

        leaves(lin);
        look();
        assertThat(browser.get("/api/v1/session").status()).isEqualTo(200);
        leaves(other);
        await().until(() -> browser.get("/api/v1/session").status() == 401);
    }

    @Test
    void tiesAMemberToOneAccountAndAnAccountToOneMemberOfEachCompany() {
        var chen = member("chenyan");
        signIn(new TestBrowser(port), chen);

        assertThat(tie(chen).problem()).isEqualTo("account-of-other-member");
        var own = account(owner);
        var taken =
                admin.put("/api/v1/accounts/" + own + "/members/" + chen.id().value(), Map.of());
        assertThat(taken.problem()).isEqualTo("member-has-account");
        var zhou = member("zhoulei");
        leaves(zhou);
        assertThat(tie(zhou).problem()).isEqualTo("member-not-tied");
    }

    @Test
    void showsOutWhoseTieIsGone() {
        var path = "/api/v1/accounts/" + lins() + "/members/" + lin.id().value();

        assertThat(admin.delete(path).status()).isEqualTo(204);

        assertThat(browser.get("/api/v1/session").status()).isEqualTo(401);
        assertThat(admin.delete(path).problem()).isEqualTo("member-not-tied");
    }

    private void freeze() {
        var frozen = admin.post("/api/v1/accounts/" + lins() + "/freeze", null);
        assertThat(frozen.text("/state")).isEqualTo("FROZEN");
    }

    /** As the listeners do, without waiting for them. */
    private void look() {
        house.in(acme, () -> {
            leaving.look(lin.id());
            return true;
        });
    }

    private TestBrowser.Answer tie(Member member) {
        return admin.put(
                "/api/v1/accounts/" + lins() + "/members/" + member.id().value(), Map.of());
    }

    private Object lins() {
        return house.query(
                        "select account_id from access.member_account where tenant_id = ? and member_id = ?",
                        acme.value(),
                        lin.id().value())
                .getFirst()
                .get("account_id");
    }
}
