package io.tilth.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** An administrator brings a colleague in, sees them arrive without touching the page, and locks the account. */
class AdminJourneyTest {

    @Test
    void aColleagueComesInByALinkAndIsShownOutWhenFrozen() {
        try (var desk = Browsing.desk("admin");
                var phone = Browsing.phone("colleague")) {
            var admin = new Person(desk);
            admin.signsInAs("boss").sees("进入哪里？");
            desk.picture("chooses-a-place");
            admin.presses("禾木里全屋定制 企业").isAt("/console").sees("郑总");
            desk.picture("home");

            admin.opens("/console/settings/accounts").sees("林晓");
            desk.picture("accounts");
            admin.presses("邀请同事").fills("姓名", "周小满").chooses("角色", "导购").presses("生成邀请链接");
            var link = admin.linkFor("给周小满的邀请链接");
            desk.picture("invitation");

            var colleague = new Person(phone);
            colleague.opens(link).sees("加入禾木里全屋定制");
            phone.picture("invited");
            colleague.fills("登录名", "xiaoman").fills("设置密码", "yi tian yi ken xin di");
            colleague.presses("加入").isAt("/console").sees("周小满");
            phone.picture("in");

            admin.sees("xiaoman"); // on the page that was open all along
            desk.picture("arrived");

            admin.opens("/console/settings/accounts").sees("xiaoman");
            desk.page().getByText("xiaoman").first().click();
            admin.presses("冻结").pressesInDialog("冻结");
            colleague.isAt("/sign-in");
            phone.picture("shown-out");

            desk.hasNoComplaints();
            phone.hasNoComplaints();
        }
    }

    @Test
    void aWrongPasswordIsRefusedInPlainWordsAndTooManyAreHeldUp() {
        try (var desk = Browsing.desk("wrong-password")) {
            var somebody = new Person(desk);
            somebody.opens("/sign-in")
                    .fills("登录名", "chen")
                    .fills("密码", "not the password")
                    .presses("登录");
            somebody.sees("登录名或密码");
            desk.picture("refused");
            for (int guess = 0; guess < 5; guess++) {
                somebody.fills("密码", "guess " + guess);
                desk.page().keyboard().press("Enter");
                desk.page().waitForLoadState();
                desk.page().waitForTimeout(300);
            }
            somebody.sees("先歇一会儿");
            desk.picture("held-up");
            assertThat(desk.page().url()).contains("/sign-in");
        }
    }
}
