package io.tilth.sandbox.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tilth.sandbox.web.Who;
import me.chanjar.weixin.common.bean.oauth2.WxOAuth2AccessToken;
import me.chanjar.weixin.common.error.WxErrorException;
import org.junit.jupiter.api.Test;

/** The service account's OAuth and the mini-program's login: other clients of WxJava, the same people. */
abstract class ServiceAccountJudge extends Judge {

    @Test
    void staysSilentAndWithoutUnionidInTheBaseScope() throws Exception {
        var token = tokenFor("snsapi_base");

        assertThat(token.getOpenId()).isNotBlank();
        assertThat(token.getUnionId()).isNull();
        assertThatThrownBy(() -> bench().clients().mp().getOAuth2Service().getUserInfo(token, "zh_CN"))
                .isInstanceOf(WxErrorException.class);
    }

    @Test
    void tellsNameAndUnionidOnceThePersonAgreed() throws Exception {
        var customer = bench().customerOf("zhangsan");
        var url = bench().clients().mp().getOAuth2Service().buildAuthorizationUrl(Browser.BACK, "snsapi_userinfo", "s");
        assertThat(bench().browser().tapped(url, who(customer))).contains("允许");
        var code = bench().browser().agree(url, who(customer)).code();
        var token = bench().clients().mp().getOAuth2Service().getAccessToken(code);
        var info = bench().clients().mp().getOAuth2Service().getUserInfo(token, "zh_CN");

        assertThat(info.getUnionId())
                .isEqualTo(contacts()
                        .getContactDetail(customer, null)
                        .getExternalContact()
                        .getUnionId());
        assertThat(info.getNickname()).isNotBlank();
        assertThat(token.getSnapshotUser()).isNull();
        assertThat(bench().clients().mp().getOAuth2Service().validateAccessToken(token))
                .isTrue();
        assertThat(bench().clients()
                        .mp()
                        .getOAuth2Service()
                        .refreshAccessToken(token.getRefreshToken())
                        .getOpenId())
                .isEqualTo(token.getOpenId());
    }

    @Test
    void showsASnapshotToWhoeverWasAskedOnOpening() throws Exception {
        var customer = bench().customerOf("zhangsan");
        var url = bench().clients().mp().getOAuth2Service().buildAuthorizationUrl(Browser.BACK, "snsapi_userinfo", "s");
        var code = bench().browser().open(url, who(customer)).code();
        var token = bench().clients().mp().getOAuth2Service().getAccessToken(code);

        assertThat(token.getSnapshotUser()).isEqualTo(1);
        assertThat(bench().clients()
                        .mp()
                        .getOAuth2Service()
                        .getUserInfo(token, "zh_CN")
                        .getUnionId())
                .isNotEqualTo(contacts()
                        .getContactDetail(customer, null)
                        .getExternalContact()
                        .getUnionId());
    }

    @Test
    void signsACustomerInFromAMiniProgram() throws Exception {
        var customer = bench().customerOf("zhangsan");
        var session = bench().clients().ma().jsCode2SessionInfo(bench().deeds().customerJsCode(customer));

        assertThat(session.getUnionid())
                .isEqualTo(contacts()
                        .getContactDetail(customer, null)
                        .getExternalContact()
                        .getUnionId());
    }

    @Test
    void signsThePagesOfTheServiceAccount() throws WxErrorException {
        var signature = bench().clients().mp().createJsapiSignature("https://tilth.example.com/read");

        assertThat(Clients.isSigned(signature, bench().clients().mp().getJsapiTicket()))
                .isTrue();
    }

    private static WxOAuth2AccessToken tokenFor(String scope) throws Exception {
        var url = bench().clients().mp().getOAuth2Service().buildAuthorizationUrl(Browser.BACK, scope, "s");
        return bench().clients()
                .mp()
                .getOAuth2Service()
                .getAccessToken(bench().browser()
                        .open(url, who(bench().customerOf("zhangsan")))
                        .code());
    }

    private static Who who(String customer) {
        return Who.person(bench().personOf(customer).id());
    }
}
