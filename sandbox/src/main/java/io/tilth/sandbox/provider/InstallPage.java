package io.tilth.sandbox.provider;

import io.javalin.http.Context;
import io.tilth.sandbox.Platform;
import io.tilth.sandbox.corp.Corp;
import io.tilth.sandbox.corp.Member;
import io.tilth.sandbox.web.Addresses;
import io.tilth.sandbox.web.Html;
import io.tilth.sandbox.web.Html.Choice;
import io.tilth.sandbox.web.Who;
import java.util.Optional;

/** Where an administrator lets a suite, or a template for a provider-developed app, into the company. */
public final class InstallPage {
    private final Platform platform;
    private final Installations installations;

    public InstallPage(Platform platform, Installations installations) {
        this.platform = platform;
        this.installations = installations;
    }

    /** {@code /3rdapp/install}, opened with a pre-authorisation code. */
    public void install(Context http) {
        String code = Addresses.parameter(http, "pre_auth_code");
        var suite = platform.world()
                .find(PreAuthCode.class, code)
                .filter(found -> found.lives(platform.clock().instant()))
                .filter(found -> found.suite().equals(Addresses.parameter(http, "suite_id")))
                .flatMap(found -> platform.world().find(Suite.class, found.suite()));
        show(http, suite, "pre_auth_code 已失效(40077)");
    }

    /** {@code /3rdapp/customized/auth}, the page behind the code of a template. */
    public void customized(Context http) {
        show(http, platform.world().find(Suite.class, Addresses.parameter(http, "template_id")), "模板不存在(40083)");
    }

    private void show(Context http, Optional<Suite> suite, String problem) {
        if (suite.isEmpty()) {
            Html.sorry(http, "无法授权", problem);
            return;
        }
        Who.named(http)
                .filter(Who::isMember)
                .ifPresentOrElse(who -> agree(http, suite.get(), who), () -> choose(http, suite.get()));
    }

    private void agree(Context http, Suite suite, Who who) {
        String state = Addresses.parameter(http, "state");
        String code = installations.install(suite.id(), who.corp(), who.id(), state);
        platform.world().settle();
        String back = Addresses.parameter(http, "redirect_uri");
        if (back.isEmpty()) {
            Html.show(http, "授权成功", "<h1>授权成功</h1><p class=soft>「" + Html.escape(suite.name()) + "」已可使用。</p>");
        } else {
            String expires = Long.toString(AuthCode.LIFE.toSeconds());
            http.redirect(Addresses.with(back, "auth_code", code, "expires_in", expires, "state", state));
        }
    }

    private void choose(Context http, Suite suite) {
        String here = Addresses.of(http);
        var corps = platform.world()
                .table(Corp.class)
                .all()
                .filter(corp -> !corp.id().equals(suite.provider()))
                .flatMap(corp -> platform.world()
                        .table(Member.class)
                        .under(corp.id() + "/")
                        .limit(1)
                        .map(admin -> new Choice(
                                corp.name(),
                                "管理员 " + admin.name(),
                                Addresses.with(
                                        here,
                                        Who.PARAMETER,
                                        Who.member(corp.id(), admin.id()).toString()))))
                .toList();
        Html.show(
                http,
                "企业授权",
                "<h1>授权「" + Html.escape(suite.name()) + "」</h1><p class=soft>应用将获得:通讯录(加密成员 ID)、客户联系、微信客服</p>"
                        + Html.people("以哪家企业的管理员身份授权?", corps));
    }
}
