package io.tilth.sandbox.api;

import io.javalin.http.Context;
import io.tilth.sandbox.Platform;
import io.tilth.sandbox.api.Routes.Credential;
import io.tilth.sandbox.api.Routes.Route;
import io.tilth.sandbox.corp.App;
import io.tilth.sandbox.corp.Corp;
import io.tilth.sandbox.provider.Disguise;

/** Lets a call in or refuses it, by what holds for every path: token, address, rights of the app, frequency. */
final class Gate {
    private final Platform platform;

    Gate(Platform platform) {
        this.platform = platform;
    }

    Call enter(Route route, Context http) {
        platform.timers().run();
        return switch (route.credential()) {
            case NONE -> new Call(http, null, null, null, Disguise.NONE);
            case SUITE ->
                new Call(http, token(http, Credential.SUITE, "suite_access_token"), null, null, Disguise.NONE);
            case PROVIDER ->
                new Call(http, token(http, Credential.PROVIDER, "provider_access_token"), null, null, Disguise.NONE);
            case APP -> ofApp(route, http);
        };
    }

    private Call ofApp(Route route, Context http) {
        var token = token(http, Credential.APP, "access_token");
        var app = platform.world().find(App.class, token.holder()).orElseThrow(Code.BAD_TOKEN::error);
        var corp = platform.world().find(Corp.class, app.corp()).orElseThrow(Code.BAD_CORP::error);
        if (!app.trustedAddresses().isEmpty()) {
            Code.ADDRESS_FORBIDDEN.unless(app.trustedAddresses().contains(http.ip()));
        }
        Code.APP_DISABLED.unless(app.enabled());
        Code.API_FORBIDDEN.unless(app.mayCall(route.path()));
        if (!Frequency.isFree(route.path())) {
            platform.limits().count(corp.id(), route.path(), platform.clock().instant());
        }
        return new Call(http, token, app, corp, Disguise.of(platform.world(), app));
    }

    private Token token(Context http, Credential kind, String parameter) {
        String value = http.queryParam(parameter);
        return platform.tokens().check(kind, value == null ? "" : value);
    }

    /** Paths with limits of their own, outside of the base frequency. */
    private static final class Frequency {
        private static boolean isFree(String path) {
            return path.equals("/cgi-bin/message/send") || path.equals("/cgi-bin/auth/getuserinfo");
        }
    }
}
