package io.tilth.sandbox.judge;

import static org.assertj.core.api.Assertions.assertThat;

import io.tilth.sandbox.seed.Neighbours;
import io.tilth.sandbox.web.Who;
import java.util.List;
import me.chanjar.weixin.common.error.WxErrorException;
import me.chanjar.weixin.cp.bean.WxCpTpPermanentCodeInfo;
import me.chanjar.weixin.cp.bean.license.WxCpTpLicenseActiveAccount;
import me.chanjar.weixin.cp.bean.license.WxCpTpLicenseTransfer;
import me.chanjar.weixin.cp.tp.service.WxCpTpLicenseService;
import me.chanjar.weixin.cp.tp.service.WxCpTpService;
import org.junit.jupiter.api.Test;

abstract class SuiteJudge extends Judge {

    @Test
    void refusesAStaleTicket() {
        var tp = bench().clients().provider();
        tp.setSuiteTicket("stale");
        tp.expireSuiteAccessToken();

        refused(40085, () -> tp.getSuiteAccessToken(true));
    }

    @Test
    void installsTheAppAndWorksWithItsPermanentCode() throws Exception {
        var tp = provider();
        var page = bench().browser().here(tp.getPreAuthUrl(Browser.BACK, "s"));
        assertThat(bench().browser().page(page)).contains("授权");
        var installed = installed(tp);
        assertThat(installed.getAuthInfo().getAgents()).isNotEmpty();
        assertThat(installed.getAuthUserInfo().getUserId()).isNotBlank();

        var corp = installed.getAuthCorpInfo().getCorpId();
        assertThat(tp.getAuthInfo(corp, installed.getPermanentCode())
                        .getAuthCorpInfo()
                        .getCorpId())
                .isEqualTo(corp);
        var token = tp.getCorpToken(corp, installed.getPermanentCode(), true);
        assertThat(token.getAccessToken()).isNotBlank();
        assertThat(tp.getAuthCorpJsApiTicket(corp)).isNotEqualTo(tp.getSuiteJsApiTicket(corp));
        assertThat(tp.getAdminList(
                                corp,
                                installed.getAuthInfo().getAgents().getFirst().getAgentId())
                        .getAdmin())
                .isNotEmpty();
        assertThat(tp.corpId2OpenCorpId(bench().corpId()).getOpenCorpId()).isNotBlank();
    }

    @Test
    void usesAnAuthCodeOnce() throws Exception {
        var tp = provider();
        var code = bench().installs();
        tp.getPermanentCodeInfo(code);

        refused(40078, () -> tp.getPermanentCodeInfo(code));
    }

    @Test
    void setsTheSessionOfAnInstall() throws Exception {
        var tp = provider();
        var code = read(tp.get(bench().api("/cgi-bin/service/get_pre_auth_code"), null));
        var set = read(tp.post(
                bench().api("/cgi-bin/service/set_session_info"),
                "{\"pre_auth_code\":\"%s\",\"session_info\":{\"auth_type\":1}}"
                        .formatted(code.get("pre_auth_code").getAsString())));

        assertThat(set.get("errcode").getAsInt()).isZero();
        refused(
                40077,
                () -> tp.post(
                        bench().api("/cgi-bin/service/set_session_info"),
                        "{\"pre_auth_code\":\"no\",\"session_info\":{\"auth_type\":1}}"));
    }

    @Test
    void seesTheCompanyThroughEncryptedIdsWithoutUnionidOrNames() throws Exception {
        var customer = bench().customerOf("zhangsan");
        var tp = provider();
        var app = bench().clients().providerDeveloped(installed(tp));
        var users = app.getUserService().listByDepartment(1L, true, 0);
        assertThat(users).allSatisfy(user -> {
            assertThat(user.getUserId()).startsWith("wo");
            assertThat(user.getName()).isEqualTo(user.getUserId());
            assertThat(user.getMobile()).isNullOrEmpty();
        });

        var follower = app.getExternalContactService().listFollowers();
        assertThat(follower).allSatisfy(id -> assertThat(id).startsWith("wo"));
        var theirs = contacts().toServiceExternalUserid(customer);
        var contact =
                app.getExternalContactService().getContactDetail(theirs, null).getExternalContact();
        assertThat(contact.getExternalUserId()).isEqualTo(theirs).isNotEqualTo(customer);
        assertThat(contact.getUnionId()).isNull();
    }

    @Test
    void linksToTheInstallPageOfATemplate() throws Exception {
        var url = provider().getCustomizedAuthUrl("s", List.of(Neighbours.TEMPLATE));

        assertThat(url.getQrCodeURL()).startsWith(bench().url());
    }

    @Test
    void tellsWhichMembersHaveALicence() throws Exception {
        var tp = provider();
        installed(tp);
        WxCpTpLicenseService licences = tp.getWxCpTpLicenseService();
        var code = bench().newLicence();
        var trial = read(tp.post(
                bench().api("/cgi-bin/license/get_app_license_info?provider_access_token=" + tp.getWxCpProviderToken()),
                "{\"corpid\":\"%s\",\"suite_id\":\"%s\"}".formatted(bench().corpId(), Neighbours.TEMPLATE)));
        assertThat(trial.get("license_status").getAsInt()).isBetween(1, 2);
        licences.activeCode(code, bench().corpId(), "zhangsan");
        assertThat(licences.getCorpAccountList(bench().corpId(), 100, null).getOrderList())
                .anySatisfy(account -> assertThat(account.getExpireTime())
                        .isGreaterThan(bench().now().getEpochSecond()));
        assertThat(licences.getActiveInfoByUser(bench().corpId(), "zhangsan").getActiveStatus())
                .isEqualTo(1);
        assertThat(licences.getActiveInfoByCode(code, bench().corpId())
                        .getActiveCodeInfo()
                        .getStatus())
                .isEqualTo(2);
        assertThat(licences.batchGetActiveInfoByCode(List.of(code, "no"), bench().corpId())
                        .getInvalidActiveCodeList())
                .containsExactly("no");
        refused(701011, () -> licences.activeCode(bench().newLicence(), bench().corpId(), "zhangsan"));

        var second = new WxCpTpLicenseActiveAccount();
        second.setActiveCode(bench().newLicence());
        second.setUserid("lisi");
        assertThat(licences.batchActiveCode(bench().corpId(), List.of(second))
                        .getActiveResults()
                        .getFirst()
                        .getErrCode())
                .isZero();
        var move = new WxCpTpLicenseTransfer();
        move.setHandoverUserId("lisi");
        move.setTakeoverUserId("wangwu");
        licences.batchTransferLicense(bench().corpId(), List.of(move));
        assertThat(licences.getActiveInfoByUser(bench().corpId(), "wangwu").getActiveStatus())
                .isEqualTo(1);
    }

    @Test
    void knowsAMemberOfAnyCompanyByTheSuite() throws Exception {
        var tp = provider();
        installed(tp);
        var page = bench().url() + "/connect/oauth2/authorize?appid=" + Neighbours.TEMPLATE + "&redirect_uri="
                + Browser.BACK + "&response_type=code&scope=snsapi_privateinfo&state=s#wechat_redirect";
        var who = tp.getUserInfo3rd(bench().browser()
                .agree(page, Who.member(bench().corpId(), "zhangsan"))
                .code());

        assertThat(who.getCorpId()).isEqualTo(bench().corpId());
        assertThat(tp.getUserDetail3rd(who.getUserTicket()).getCorpId()).isEqualTo(bench().corpId());
    }

    @Test
    void convertsIdsForTheSuite() throws Exception {
        var tp = provider();
        var installed = installed(tp);
        var corp = installed.getAuthCorpInfo().getCorpId();
        tp.getCorpToken(corp, installed.getPermanentCode(), true);
        var stranger = bench().person();

        assertThat(tp.getWxCpTpIdConverService()
                        .unionidToExternalUserid(corp, stranger.unionid(), stranger.openid(Neighbours.MINI_PROGRAM), 1)
                        .getPendingId())
                .isNotBlank();
    }

    private static WxCpTpPermanentCodeInfo installed(WxCpTpService tp) throws Exception {
        return tp.getPermanentCodeInfo(bench().installs());
    }

    private static WxCpTpService provider() throws WxErrorException {
        var tp = bench().clients().provider();
        tp.setSuiteTicket(bench().suiteTicket());
        tp.expireSuiteAccessToken();
        return tp;
    }
}
