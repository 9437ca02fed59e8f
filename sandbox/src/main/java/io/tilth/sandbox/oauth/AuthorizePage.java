package io.tilth.sandbox.oauth;

import io.javalin.http.Context;
import io.tilth.sandbox.Platform;
import io.tilth.sandbox.contact.Person;
import io.tilth.sandbox.web.Addresses;
import io.tilth.sandbox.web.Html;
import io.tilth.sandbox.web.Html.Choice;
import io.tilth.sandbox.web.Who;
import java.util.List;

/** {@code /connect/oauth2/authorize}: leads back at once with a code, asks for consent, or asks who holds the phone. */
public final class AuthorizePage {
    private static final String SILENT = "snsapi_base";
    private static final int SHOWN = 60;

    private final Platform platform;
    private final OAuthCodes codes;
    private final Targets targets;

    public AuthorizePage(Platform platform, OAuthCodes codes) {
        this.platform = platform;
        this.codes = codes;
        this.targets = new Targets(platform.world());
    }

    public void show(Context http) {
        var request = Request.of(http);
        if (Who.isPlain(http)) {
            Html.sorry(http, "请在微信客户端打开链接", "这个链接只能在微信或企业微信里打开。");
            return;
        }
        var target = targets.find(request.appid());
        if (target.isEmpty()) {
            Html.sorry(http, "参数错误", "appid 不存在:" + request.appid() + "(40013)");
            return;
        }
        if (!target.get().allows(request.back())) {
            String host = Addresses.host(request.back());
            Html.sorry(http, "redirect_uri 域名与后台配置不一致", "错误码:50001。" + host + " 不是可信域名。");
            return;
        }
        var who = Who.at(http);
        if (who.isEmpty()) {
            choose(http, target.get());
        } else {
            proceed(http, request, target.get(), who.get());
        }
    }

    private void proceed(Context http, Request request, Targets.Target target, Who who) {
        boolean agreed = "1".equals(http.queryParam("agree"));
        if (request.scope().equals(SILENT) || agreed) {
            leave(http, request, who, false);
        } else if (target.asksOnOpening() && !isTap(http, request)) {
            leave(http, request, who, true);
        } else {
            consent(http, target);
        }
    }

    /** Whoever comes from the page itself has tapped there; whoever comes from elsewhere was asked on opening. */
    private static boolean isTap(Context http, Request request) {
        String from = http.header("Referer");
        return from != null && Addresses.host(from).equalsIgnoreCase(Addresses.host(request.back()));
    }

    private void leave(Context http, Request request, Who who, boolean snapshot) {
        String code = codes.give(request.appid(), who, request.scope(), snapshot);
        http.redirect(Addresses.with(request.back(), "code", code, "state", request.state()));
    }

    private static void consent(Context http, Targets.Target target) {
        Html.show(
                http,
                "申请授权",
                "<h1>" + Html.escape(target.name()) + " 申请获得以下权限</h1><p class=soft>你的昵称、头像等公开信息</p>"
                        + Html.button("允许", Addresses.with(Addresses.of(http), "agree", "1"))
                        + "<a class=\"button quiet\" href=\"javascript:history.back()\">拒绝</a>");
    }

    private void choose(Context http, Targets.Target target) {
        String here = Addresses.of(http);
        var members = target.members().stream()
                .limit(SHOWN)
                .map(member ->
                        new Choice(member.name(), member.position(), be(Who.member(member.corp(), member.id()), here)))
                .toList();
        var people = platform.world()
                .table(Person.class)
                .all()
                .limit(SHOWN)
                .map(person -> new Choice(person.name(), "微信用户", be(Who.person(person.id()), here)))
                .toList();
        Html.show(
                http,
                "这台手机是谁的",
                "<h1>这台手机是谁的?</h1><p class=soft>沙箱不知道是谁打开了「" + Html.escape(target.name()) + "」,请选择一位。</p>"
                        + Html.people("成员", members)
                        + Html.people("客户", people)
                        + Html.people("其他", List.of(new Choice("陌生人", "没有加过任何员工", be(stranger(), here)))));
    }

    private static Who stranger() {
        return Who.person("stranger0000000000000");
    }

    private static String be(Who who, String to) {
        return Addresses.with("/sandbox/be", Who.PARAMETER, who.toString(), "to", to);
    }

    /** What an application asks for. */
    private record Request(String appid, String back, String scope, String state) {

        static Request of(Context http) {
            return new Request(
                    Addresses.parameter(http, "appid"),
                    Addresses.parameter(http, "redirect_uri"),
                    Addresses.parameter(http, "scope"),
                    Addresses.parameter(http, "state"));
        }
    }
}
