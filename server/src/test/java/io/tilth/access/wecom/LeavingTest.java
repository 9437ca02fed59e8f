package io.tilth.access.wecom;

import static io.tilth.access.House.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tilth.access.Persons.Person;
import io.tilth.access.TestBrowser;
import io.tilth.directory.MemberJoined;
import io.tilth.directory.MemberLeft;
import io.tilth.directory.Members.Member;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LeavingTest extends WecomKit {

    TestBrowser admin;
    Person owner;
    Member lin;

    @BeforeEach
    void signEverybodyIn() {
        owner = house.administrator(acme);
        admin = new TestBrowser(port);
        admin.signIn(owner.login(), PASSWORD);
        lin = member(hemu, "linxiao");
        signIn(browser, lin);
    }

    @Test
    void showsWhoLeavesOutAtOnceAndLetsWhoReturnsInAgain() {
        left();

        assertThat(browser.get("/api/v1/session").status()).isEqualTo(401);
        assertThat(problem(signIn(browser, lin))).isEqualTo("wecom-member-left");
        tell(lin);
        assertThat(problem(signIn(browser, lin))).isEqualTo("no-place");
        assertThat(admin.get("/api/v1/audit?action=account.frozen").text("/items/0/detail/why"))
                .isEqualTo("LEFT");

        returned();

        assertThat(signIn(browser, lin).location()).isEqualTo("/console");
    }

    @Test
    void hearsOfComingsAndGoings() {
        leaves(lin);
        say(new MemberLeft(lin.id()));
        await().until(() -> browser.get("/api/v1/session").status() == 401);

        tell(lin);
        say(new MemberJoined(lin.id()));
        await().until(() -> signIn(browser, lin).location().equals("/console"));
    }

    @Test
    void leavesThoseFrozenWhomAnAdministratorFroze() {
        admin.post("/api/v1/accounts/" + lins() + "/freeze", null);
        left();
        returned();

        assertThat(problem(signIn(browser, lin))).isEqualTo("no-place");
    }

    @Test
    void leavesThoseFrozenWhomAnAdministratorFrozeAfterTheyLeft() {
        left();
        admin.post("/api/v1/accounts/" + lins() + "/freeze", null);
        returned();

        assertThat(problem(signIn(browser, lin))).isEqualTo("no-place");
    }

    @Test
    void looksAtWhatHoldsWhenNewsComeLate() {
        leaves(lin);
        tell(lin);
        look(lin);

        assertThat(browser.get("/api/v1/session").status()).isEqualTo(200);
    }

    @Test
    void keepsWhoIsStillHereAsAMemberOfAnotherCompany() {
        var second = connect(acme);
        var other = member(second, "linxiao2");
        assertThat(tie(other).status()).isEqualTo(204);

        left();
        assertThat(browser.get("/api/v1/session").status()).isEqualTo(200);
        leaves(other);
        look(other);
        assertThat(browser.get("/api/v1/session").status()).isEqualTo(401);
    }

    @Test
    void tiesAMemberToOneAccountAndAnAccountToOneMemberOfEachCompany() {
        var chen = member(hemu, "chenyan");
        signIn(new TestBrowser(port), chen);

        assertThat(tie(chen).problem()).isEqualTo("account-of-other-member");
        var own = account(acme, owner).value();
        var taken =
                admin.put("/api/v1/accounts/" + own + "/members/" + chen.id().value(), Map.of());
        assertThat(taken.problem()).isEqualTo("member-has-account");
        assertThat(tie(leaves(member(hemu, "zhoulei"))).problem()).isEqualTo("member-not-tied");
    }

    @Test
    void showsOutWhoseTieIsGone() {
        var path = "/api/v1/accounts/" + lins() + "/members/" + lin.id().value();

        assertThat(admin.delete(path).status()).isEqualTo(204);

        assertThat(browser.get("/api/v1/session").status()).isEqualTo(401);
        assertThat(admin.delete(path).problem()).isEqualTo("member-not-tied");
    }

    private void left() {
        leaves(lin);
        look(lin);
    }

    private void returned() {
        tell(lin);
        look(lin);
    }

    private void say(Object news) {
        house.in(acme, () -> {
            events.publishEvent(news);
            return true;
        });
    }

    private void look(Member member) {
        house.in(acme, () -> {
            leaving.look(member.id());
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
