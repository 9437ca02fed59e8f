package io.tilth.sandbox.judge;

import static org.assertj.core.api.Assertions.assertThat;

import io.tilth.sandbox.web.Who;
import java.time.Duration;
import me.chanjar.weixin.common.error.WxErrorException;
import org.junit.jupiter.api.Test;

abstract class OAuthJudge extends Judge {

    @Test
    void tellsWhichMemberOpenedThePageOnceAndForFiveMinutes() throws Exception {
        var code = open("zhangsan", authorize("snsapi_base")).code();
        assertThat(cp().getOauth2Service().getAuthUserInfo(code).getUserId()).isEqualTo("zhangsan");
        refused(40029, () -> cp().getOauth2Service().getAuthUserInfo(code));

        var late = open("zhangsan", authorize("snsapi_base")).code();
        bench().later(Duration.ofMinutes(5).plusSeconds(1));
        refused(40029, () -> cp().getOauth2Service().getAuthUserInfo(late));
    }

    @Test
    void givesPrivateFieldsForATicket() throws Exception {
        var code = bench().browser()
                .agree(authorize("snsapi_privateinfo"), member("zhangsan"))
                .code();
        var who = cp().getOauth2Service().getAuthUserInfo(code);
        var detail = cp().getOauth2Service().getUserDetail(who.getUserTicket());

        assertThat(detail.getUserId()).isEqualTo("zhangsan");
        assertThat(detail.getMobile()).isNotBlank();
        refused(84015, () -> cp().getOauth2Service().getUserDetail("made-up"));
    }

    @Test
    void answersTheOldCallWithCapitals() throws Exception {
        var code = open("lisi", authorize("snsapi_base")).code();

        assertThat(cp().getOauth2Service().getUserInfo(code).getUserId()).isEqualTo("lisi");
    }

    @Test
    void knowsACustomerSilentlyAndAStrangerByOpenidOnly() throws Exception {
        var customer = bench().customerOf("zhangsan");
        var code = bench().browser()
                .open(
                        authorize("snsapi_base"),
                        Who.person(bench().personOf(customer).id()))
                .code();
        assertThat(cp().getOauth2Service().getAuthUserInfo(code).getExternalUserId())
                .isEqualTo(customer);

        var stranger = bench().browser()
                .open(authorize("snsapi_base"), Who.person("stranger000000000000000"))
                .code();
        var who = cp().getOauth2Service().getAuthUserInfo(stranger);
        assertThat(who.getExternalUserId()).isNull();
        assertThat(who.getOpenId()).isNotBlank();
    }

    @Test
    void asksWhoIsAtThisPhoneWhenNobodyIsNamed() throws Exception {
        assertThat(bench().browser().page(authorize("snsapi_base")))
                .contains("张三")
                .contains("选择");
    }

    @Test
    void sendsBackOnlyToTheTrustedDomain() throws Exception {
        var elsewhere = cp().getOauth2Service()
                .buildAuthorizationUrl("https://elsewhere.example.com/return", "s", "snsapi_base");
        assertThat(bench().browser().page(bench().browser().here(elsewhere))).contains("50001");
    }

    @Test
    void signsInByScanningOnBothPages() throws Exception {
        var fresh = bench().url() + "/wwlogin/sso/login?login_type=CorpApp&appid=" + bench().corpId() + "&agentid="
                + bench().agentId() + "&redirect_uri=" + Browser.BACK + "&state=s1";
        var old = cp().buildQrConnectUrl(Browser.BACK, "s2");

        for (var page : new String[] {fresh, old}) {
            var back = open("wangwu", page);
            assertThat(back.state()).startsWith("s");
            assertThat(cp().getOauth2Service().getAuthUserInfo(back.code()).getUserId())
                    .isEqualTo("wangwu");
        }
    }

    @Test
    void signsAMemberInFromAMiniProgram() throws WxErrorException {
        var session = cp().jsCode2Session(bench().deeds().memberJsCode("zhangsan"));

        assertThat(session.getUserId()).isEqualTo("zhangsan");
        assertThat(session.getSessionKey()).isNotBlank();
    }

    private static String authorize(String scope) {
        return bench().browser().here(cp().getOauth2Service().buildAuthorizationUrl(Browser.BACK, "st4te", scope));
    }

    private static Browser.Back open(String user, String address) throws Exception {
        return bench().browser().open(address, member(user));
    }

    private static Who member(String user) {
        return Who.member(bench().corpId(), user);
    }
}
