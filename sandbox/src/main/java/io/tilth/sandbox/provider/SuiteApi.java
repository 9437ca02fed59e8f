package io.tilth.sandbox.provider;

import io.tilth.sandbox.Platform;
import io.tilth.sandbox.api.Answer;
import io.tilth.sandbox.api.ApiError;
import io.tilth.sandbox.api.Area;
import io.tilth.sandbox.api.Call;
import io.tilth.sandbox.api.Code;
import io.tilth.sandbox.api.Json;
import io.tilth.sandbox.api.Routes;
import io.tilth.sandbox.api.Routes.Credential;
import io.tilth.sandbox.api.Tokens;
import io.tilth.sandbox.corp.App;
import io.tilth.sandbox.corp.Corp;
import io.tilth.sandbox.corp.Member;
import io.tilth.sandbox.provider.Installations.Installed;
import io.tilth.sandbox.world.Change;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** {@code /cgi-bin/service}: from the suite's ticket to a company's token. */
public final class SuiteApi implements Area {
    private static final String PATH = "/cgi-bin/service/";
    private static final Duration TICKET_LIFE = Duration.ofMinutes(30);

    private final Platform platform;
    private final Installations installations;
    private final CorpInfo info;

    public SuiteApi(Platform platform, Installations installations) {
        this.platform = platform;
        this.installations = installations;
        this.info = new CorpInfo(platform);
    }

    @Override
    public void enter(Routes routes) {
        routes.write(Credential.NONE, PATH + "get_suite_token", this::suiteToken)
                .write(Credential.NONE, PATH + "get_provider_token", this::providerToken)
                .write(Credential.SUITE, PATH + "get_pre_auth_code", this::preAuthCode)
                .read(Credential.SUITE, PATH + "set_session_info", this::session)
                .write(Credential.SUITE, PATH + "get_permanent_code", this::permanentCode)
                .read(Credential.SUITE, PATH + "get_auth_info", this::authInfo)
                .write(Credential.SUITE, PATH + "get_corp_token", this::corpToken)
                .read(Credential.SUITE, PATH + "get_admin_list", this::admins)
                .read(Credential.PROVIDER, PATH + "get_customized_auth_url", this::customizedUrl)
                .read(Credential.PROVIDER, PATH + "corpid_to_opencorpid", this::openCorp);
    }

    private Answer suiteToken(Call call, Change change) {
        var suite = platform.world().find(Suite.class, call.text("suite_id")).orElseThrow(Code.BAD_SUITE::error);
        if (!suite.secret().equals(call.text("suite_secret"))) {
            throw new ApiError(40080, "invalid suite_secret");
        }
        boolean fresh = platform.clock().instant().isBefore(suite.ticketAt().plus(TICKET_LIFE));
        Code.BAD_SUITE_TICKET.unless(
                fresh && !suite.ticket().isEmpty() && suite.ticket().equals(call.text("suite_ticket")));
        var token = platform.tokens().give(change, Credential.SUITE, suite.id());
        return Answer.bare("suite_access_token", token.value(), "expires_in", Tokens.LIFE.toSeconds());
    }

    private Answer providerToken(Call call, Change change) {
        var suite = platform.world()
                .table(Suite.class)
                .all()
                .filter(found -> found.provider().equals(call.text("corpid")))
                .findFirst()
                .orElseThrow(Code.BAD_CORP::error);
        Code.BAD_SECRET.unless(suite.providerSecret().equals(call.text("provider_secret")));
        var token = platform.tokens().give(change, Credential.PROVIDER, suite.provider());
        return Answer.bare("provider_access_token", token.value(), "expires_in", Tokens.LIFE.toSeconds());
    }

    private Answer preAuthCode(Call call, Change change) {
        var code = new PreAuthCode(
                platform.ids().letters(64), suite(call), platform.clock().instant());
        change.put(code);
        return Answer.of("pre_auth_code", code.code(), "expires_in", PreAuthCode.LIFE.toSeconds());
    }

    private Answer session(Call call) {
        platform.world()
                .find(PreAuthCode.class, call.text("pre_auth_code"))
                .filter(code -> code.lives(platform.clock().instant()))
                .orElseThrow(() -> new ApiError(40077, "invalid pre_auth_code"));
        return Answer.ok();
    }

    private Answer permanentCode(Call call, Change change) {
        var installed = installations.redeem(change, suite(call), call.text("auth_code"));
        var app = installed.app();
        var token = platform.tokens().give(change, Credential.APP, app.key());
        return Answer.of(
                        "access_token", token.value(),
                        "expires_in", Tokens.LIFE.toSeconds(),
                        "permanent_code", app.secret(),
                        "dealer_corp_info", null)
                .with(info.of(app))
                .with(Json.object(
                        "auth_user_info", user(installed),
                        "state", Json.orNull(installed.state())));
    }

    private Object user(Installed installed) {
        var disguise = Disguise.of(platform.world(), installed.app().corp(), provider(installed.app()));
        return installed
                .admin()
                .map(member -> Json.object(
                        "userid", disguise.user(member.id()),
                        "open_userid", disguise.user(member.id()),
                        "name", disguise.user(member.id()),
                        "avatar", platform.url() + "/avatar/" + member.corp() + "/" + member.id()))
                .orElse(null);
    }

    private Answer authInfo(Call call) {
        var app = installations.need(suite(call), call.text("auth_corpid"), call.text("permanent_code"));
        return Answer.of().with(info.of(app));
    }

    private Answer corpToken(Call call, Change change) {
        var app = installations.need(suite(call), call.text("auth_corpid"), call.text("permanent_code"));
        var token = platform.tokens().give(change, Credential.APP, app.key());
        return Answer.bare("access_token", token.value(), "expires_in", Tokens.LIFE.toSeconds());
    }

    private Answer admins(Call call) {
        var app = installations
                .find(suite(call), call.text("auth_corpid"))
                .filter(found -> found.agent() == call.integer("agentid", 0))
                .orElseThrow(Code.AUTHORISATION_INVALID::error);
        var disguise = Disguise.of(platform.world(), app.corp(), provider(app));
        return Answer.of(
                "admin",
                leaders(app.corp())
                        .map(member -> Json.object(
                                "userid",
                                disguise.user(member.id()),
                                "open_userid",
                                disguise.user(member.id()),
                                "auth_type",
                                1)));
    }

    private Stream<Member> leaders(String corp) {
        return platform.world().table(Member.class).under(corp + "/").limit(1);
    }

    private Answer customizedUrl(Call call) {
        List<String> templates = call.texts("templateid_list");
        Code.EMPTY_PARAMETER.unless(!templates.isEmpty());
        Code.BAD_SUITE.unless(platform.world().table(Suite.class).has(templates.getFirst()));
        String url = platform.url() + "/3rdapp/customized/auth?template_id=" + templates.getFirst() + "&state="
                + call.text("state");
        return Answer.of("qrcode_url", url, "expires_in", Duration.ofDays(7).toSeconds());
    }

    private Answer openCorp(Call call) {
        Code.BAD_CORP.unless(platform.world().table(Corp.class).has(call.text("corpid")));
        return Answer.of("open_corpid", CorpInfo.openId(call.token().holder(), call.text("corpid")));
    }

    private String provider(App app) {
        return platform.world()
                .find(Suite.class, app.suite())
                .map(Suite::provider)
                .orElse("");
    }

    private static String suite(Call call) {
        return call.token().holder();
    }
}
