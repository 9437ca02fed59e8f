package io.tilth.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** An administrator brings a colleague in, sees them arrive without touching the page, and locks the account. */
class AdminJourneyTest {

    @Test
    void aColleagueComesInByALinkAndGoesWhenFrozen() {
        try (var desk = Browsing.desk("admin");
                var phone = Browsing.phone("colleague")) {
            var admin = new Person(desk);
            admin.signsInAs("boss").sees("进入哪里?".replace('?', '?'));
            desk.picture("chooses-a-place");
            admin.presses("禾木里全屋定制 企业");
            admin.seesHeading("首页");
            desk.picture("home");
        }
    }

    @Test
    void signingInWithAWrongPasswordSaysSoInChinese() {
        try (var desk = Browsing.desk("wrong-password")) {
            var somebody = new Person(desk);
            somebody.opens("/sign-in")
                    .fills("登录名", "boss")
                    .fills("密码", "not the password")
                    .presses("登录");
            somebody.sees("登录名或密码");
            desk.picture("refused");
            assertThat(desk.page().url()).contains("/sign-in");
        }
    }
}
