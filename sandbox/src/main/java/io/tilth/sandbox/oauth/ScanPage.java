package io.tilth.sandbox.oauth;

import io.javalin.http.Context;
import io.tilth.sandbox.Platform;
import io.tilth.sandbox.corp.App;
import io.tilth.sandbox.corp.Member;
import io.tilth.sandbox.web.Addresses;
import io.tilth.sandbox.web.Html;
import io.tilth.sandbox.web.Html.Choice;
import io.tilth.sandbox.web.Who;
import java.util.Optional;

/** The page with a code to scan in a browser, old and new: here one says whose phone scans it. */
public final class ScanPage {
    private static final int SHOWN = 200;

    private final OAuthCodes codes;
    private final Targets targets;
    private final Platform platform;

    public ScanPage(Platform platform, OAuthCodes codes) {
        this.platform = platform;
        this.codes = codes;
        this.targets = new Targets(platform.world());
    }

    public void show(Context http) {
        String appid = Addresses.parameter(http, "appid");
        String back = Addresses.parameter(http, "redirect_uri");
        var target = targets.find(appid);
        if (target.isEmpty()) {
            Html.sorry(http, "参数错误", "appid 不存在:" + appid + "(40013)");
        } else if (!isTrusted(http, target.get(), appid, back)) {
            Html.sorry(http, "redirect_uri 与配置的授权完成回调域名不一致", "错误码:50001");
        } else {
            Who.named(http).ifPresentOrElse(who -> leave(http, appid, back, who), () -> choose(http, target.get()));
        }
    }

    private boolean isTrusted(Context http, Targets.Target target, String appid, String back) {
        String agent = Addresses.parameter(http, "agentid");
        Optional<App> app = platform.world().find(App.class, appid + "/" + agent);
        return app.map(found -> Addresses.isOn(back, found.trustedDomain())).orElse(target.allows(back));
    }

    private void leave(Context http, String appid, String back, Who who) {
        String code = codes.give(appid, who, "snsapi_base", false);
        String state = Addresses.parameter(http, "state");
        http.redirect(Addresses.with(back, "code", code, "state", state, "appid", appid));
    }

    private static void choose(Context http, Targets.Target target) {
        String here = Addresses.of(http);
        var choices = target.members().stream()
                .limit(SHOWN)
                .map(member -> choice(member, here))
                .toList();
        Html.show(
                http,
                "企业微信登录",
                "<h1>企业微信登录</h1><p class=soft>请使用企业微信扫描二维码登录「" + Html.escape(target.name()) + "」</p>" + CODE
                        + Html.people("谁来扫码?", choices));
    }

    private static Choice choice(Member member, String here) {
        String who = Who.member(member.corp(), member.id()).toString();
        return new Choice(member.name(), member.position(), Addresses.with(here, Who.PARAMETER, who));
    }

    /** It only looks like one. */
    private static final String CODE = """
            <svg class="qr" viewBox="0 0 12 12" aria-hidden="true"><path fill="#111" d="M1 1h3v3H1zM8 1h3v3H8zM1 8h3v3H1z\
            M5 1h1v2H5zM6 3h1v2H6zM5 5h2v1H5zM8 5h1v1H8zM10 5h1v2h-1zM1 5h2v1H1zM3 6h1v1H3zM5 7h1v2H5zM7 6h1v2H7z\
            M6 9h2v1H6zM9 8h2v1H9zM8 10h1v1H8zM10 10h1v1h-1zM5 10h1v1H5z"/></svg>""";
}
