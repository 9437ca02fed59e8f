package io.tilth.sandbox.api;

import io.tilth.sandbox.Platform;
import io.tilth.sandbox.api.Routes.Credential;
import io.tilth.sandbox.corp.App;
import io.tilth.sandbox.corp.Corp;
import io.tilth.sandbox.world.Change;
import java.util.List;

/** How an app gets its token, and what it may ask about the platform itself. */
public final class TokenApi implements Area {
    private final Platform platform;

    public TokenApi(Platform platform) {
        this.platform = platform;
    }

    @Override
    public void enter(Routes routes) {
        routes.write(Credential.NONE, "/cgi-bin/gettoken", this::give)
                .read("/cgi-bin/getcallbackip", call -> Answer.of("ip_list", List.of("127.0.0.1")))
                .read("/cgi-bin/get_api_domain_ip", call -> Answer.of("ip_list", List.of("127.0.0.1")));
    }

    private Answer give(Call call, Change change) {
        String corp = call.text("corpid", Code.MISSING_CORP);
        String secret = call.text("corpsecret", Code.MISSING_SECRET);
        Code.BAD_CORP.unless(platform.world().table(Corp.class).has(corp));
        var app = platform.world()
                .table(App.class)
                .under(corp + "/")
                .filter(candidate -> candidate.secret().equals(secret))
                .findFirst()
                .orElseThrow(Code.BAD_SECRET::error);
        var token = platform.tokens().give(change, Credential.APP, app.key());
        long left = token.expiresAt().getEpochSecond() - platform.clock().seconds();
        return Answer.of("access_token", token.value(), "expires_in", (int) left);
    }
}
