package io.tilth.sandbox.provider;

import io.tilth.sandbox.Platform;
import io.tilth.sandbox.api.Answer;
import io.tilth.sandbox.api.Area;
import io.tilth.sandbox.api.Call;
import io.tilth.sandbox.api.Code;
import io.tilth.sandbox.api.Json;
import io.tilth.sandbox.api.Routes;
import io.tilth.sandbox.api.Routes.Credential;
import io.tilth.sandbox.contact.Person;
import io.tilth.sandbox.oauth.OAuthCodes;
import io.tilth.sandbox.oauth.UserTicket;
import io.tilth.sandbox.world.Change;

/** {@code /cgi-bin/service/auth}: who opened a page of the suite; of a customer nothing but an openid. */
public final class SuiteLoginApi implements Area {
    private final Platform platform;
    private final OAuthCodes codes;

    public SuiteLoginApi(Platform platform, OAuthCodes codes) {
        this.platform = platform;
        this.codes = codes;
    }

    @Override
    public void enter(Routes routes) {
        routes.write(Credential.SUITE, "/cgi-bin/service/auth/getuserinfo3rd", this::who)
                .read(Credential.SUITE, "/cgi-bin/service/auth/getuserdetail3rd", this::detail);
    }

    private Answer who(Call call, Change change) {
        String suite = call.token().holder();
        var code = codes.take(change, call.text("code", Code.BAD_OAUTH_CODE), suite);
        var who = code.who();
        if (!who.isMember()) {
            return Answer.of("openid", Person.wechat(who.id(), "", 0).openid(suite));
        }
        String open = disguise(suite, who.corp()).user(who.id());
        boolean detailed = !code.scope().equals("snsapi_base");
        var ticket = detailed ? codes.ticket(change, who.corp(), who.id()) : null;
        return Answer.of(
                "corpid",
                who.corp(),
                "userid",
                open,
                "open_userid",
                open,
                "user_ticket",
                ticket == null ? null : ticket.ticket(),
                "expires_in",
                ticket == null ? null : UserTicket.LIFE.toSeconds());
    }

    private Answer detail(Call call) {
        var ticket = platform.world()
                .find(UserTicket.class, call.text("user_ticket"))
                .orElseThrow(Code.TICKET_INVALID::error);
        if (!ticket.lives(platform.clock().instant())) {
            throw Code.TICKET_EXPIRED.error();
        }
        String open = disguise(call.token().holder(), ticket.corp()).user(ticket.user());
        return Answer.of().with(Json.object("corpid", ticket.corp(), "userid", open, "name", open, "gender", "0"));
    }

    private Disguise disguise(String suite, String corp) {
        String provider =
                platform.world().find(Suite.class, suite).map(Suite::provider).orElse("");
        return Disguise.of(platform.world(), corp, provider);
    }
}
