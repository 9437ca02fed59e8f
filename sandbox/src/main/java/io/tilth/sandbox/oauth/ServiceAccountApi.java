package io.tilth.sandbox.oauth;

import io.tilth.sandbox.Platform;
import io.tilth.sandbox.api.Answer;
import io.tilth.sandbox.api.ApiError;
import io.tilth.sandbox.api.Area;
import io.tilth.sandbox.api.Call;
import io.tilth.sandbox.api.Code;
import io.tilth.sandbox.api.Routes;
import io.tilth.sandbox.api.Routes.Credential;
import io.tilth.sandbox.contact.Person;
import io.tilth.sandbox.world.Change;
import java.time.Duration;
import java.util.List;

/** What {@code api.weixin.qq.com} answers: the service account's OAuth and the mini-program's login. */
public final class ServiceAccountApi implements Area {
    private static final Duration REFRESHABLE = Duration.ofDays(30);

    private final Platform platform;
    private final OAuthCodes codes;

    public ServiceAccountApi(Platform platform, OAuthCodes codes) {
        this.platform = platform;
        this.codes = codes;
    }

    @Override
    public void enter(Routes routes) {
        routes.write(Credential.NONE, "/sns/oauth2/access_token", this::token)
                .write(Credential.NONE, "/sns/oauth2/refresh_token", this::refresh)
                .read(Credential.NONE, "/sns/userinfo", this::info)
                .read(Credential.NONE, "/sns/auth", this::check)
                .write(Credential.NONE, "/sns/jscode2session", this::session)
                .write(Credential.NONE, "/cgi-bin/token", this::clientToken)
                .write(Credential.NONE, "/cgi-bin/ticket/getticket", this::ticket);
    }

    private Answer token(Call call, Change change) {
        var account = account(call, "appid", "secret");
        var code = codes.take(change, call.text("code", Code.BAD_OAUTH_CODE), account.appid());
        var token = give(change, account.appid(), code.who().id(), code.scope(), code.snapshot());
        return said(change, token);
    }

    private Answer refresh(Call call, Change change) {
        var old = change.find(WechatToken.class, call.text("refresh_token"))
                .filter(found -> found.appid().equals(call.text("appid")))
                .filter(found ->
                        platform.clock().instant().isBefore(found.givenAt().plus(REFRESHABLE)))
                .orElseThrow(() -> new ApiError(40030, "invalid refresh_token"));
        return said(change, give(change, old.appid(), old.person(), old.scope(), old.snapshot()));
    }

    private Answer said(Change change, WechatToken token) {
        String refresh = platform.ids().letters(86);
        change.put(token.called(refresh));
        boolean base = token.scope().equals("snsapi_base");
        return Answer.bare(
                "access_token", token.value(),
                "expires_in", WechatToken.LIFE.toSeconds(),
                "refresh_token", refresh,
                "openid", openid(token),
                "scope", token.scope(),
                "is_snapshotuser", token.snapshot() ? 1 : null,
                "unionid", base ? null : unionid(token));
    }

    private Answer info(Call call) {
        var token = personal(call);
        if (token.scope().equals("snsapi_base")) {
            throw new ApiError(48001, "api unauthorized");
        }
        var person = token.snapshot()
                ? Person.wechat("", "微信用户", 0)
                : platform.world().find(Person.class, token.person()).orElse(Person.wechat("", "微信用户", 0));
        return Answer.bare(
                "openid",
                openid(token),
                "nickname",
                person.name(),
                "sex",
                person.gender(),
                "province",
                "",
                "city",
                "",
                "country",
                "",
                "headimgurl",
                platform.url() + "/avatar/person/" + (token.snapshot() ? "nobody" : token.person()),
                "privilege",
                List.of(),
                "is_snapshotuser",
                token.snapshot() ? 1 : null,
                "unionid",
                unionid(token));
    }

    private Answer check(Call call) {
        Code.BAD_OAUTH_CODE.unless(openid(personal(call)).equals(call.text("openid")));
        return Answer.ok();
    }

    private Answer session(Call call, Change change) {
        var account = account(call, "appid", "secret");
        var code = codes.take(change, call.text("js_code", Code.BAD_OAUTH_CODE), account.appid());
        var person = Person.wechat(code.who().id(), "", 0);
        return Answer.bare(
                "openid", person.openid(account.appid()),
                "session_key", platform.ids().letters(22) + "==",
                "unionid", person.unionid());
    }

    private Answer clientToken(Call call, Change change) {
        var account = account(call, "appid", "secret");
        var token = give(change, account.appid(), "", "", false);
        return Answer.bare("access_token", token.value(), "expires_in", WechatToken.LIFE.toSeconds());
    }

    private Answer ticket(Call call, Change change) {
        var token = need(call);
        long round = Math.floorDiv(platform.clock().seconds(), WechatToken.LIFE.toSeconds());
        return Answer.of("ticket", "mp-" + token.appid() + "-" + round, "expires_in", WechatToken.LIFE.toSeconds());
    }

    private WechatToken give(Change change, String appid, String person, String scope, boolean snapshot) {
        var token = new WechatToken(
                platform.ids().letters(86),
                appid,
                person,
                scope,
                snapshot,
                platform.clock().instant());
        change.put(token);
        return token;
    }

    private WechatToken personal(Call call) {
        var token = need(call);
        Code.BAD_TOKEN.unless(!token.person().isEmpty());
        return token;
    }

    private WechatToken need(Call call) {
        var token = platform.world()
                .find(WechatToken.class, call.text("access_token", Code.MISSING_TOKEN))
                .orElseThrow(Code.BAD_SECRET::error);
        if (!platform.clock().instant().isBefore(token.givenAt().plus(WechatToken.LIFE))) {
            throw Code.EXPIRED_TOKEN.error();
        }
        return token;
    }

    private WechatAccount account(Call call, String appid, String secret) {
        var account = platform.world()
                .find(WechatAccount.class, call.text(appid))
                .orElseThrow(() -> new ApiError(40013, "invalid appid"));
        if (!account.secret().equals(call.text(secret))) {
            throw new ApiError(40125, "invalid appsecret");
        }
        return account;
    }

    private static String openid(WechatToken token) {
        return person(token).openid(token.appid());
    }

    private static String unionid(WechatToken token) {
        return person(token).unionid();
    }

    /** On a snapshot page everybody is somebody else, who never comes again. */
    private static Person person(WechatToken token) {
        return Person.wechat(token.snapshot() ? token.value().substring(0, 22) : token.person(), "", 0);
    }
}
