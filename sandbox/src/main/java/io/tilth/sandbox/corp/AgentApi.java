package io.tilth.sandbox.corp;

import io.tilth.sandbox.Platform;
import io.tilth.sandbox.api.Answer;
import io.tilth.sandbox.api.Area;
import io.tilth.sandbox.api.Call;
import io.tilth.sandbox.api.Code;
import io.tilth.sandbox.api.Json;
import io.tilth.sandbox.api.Routes;

/** What an app may ask about itself. */
public final class AgentApi implements Area {
    private final Platform platform;

    public AgentApi(Platform platform) {
        this.platform = platform;
    }

    @Override
    public void enter(Routes routes) {
        routes.read("/cgi-bin/agent/get", this::get)
                .read(
                        "/cgi-bin/agent/list",
                        call -> Answer.of(
                                "agentlist",
                                java.util.List.of(Json.object(
                                        "agentid",
                                        call.app().agent(),
                                        "name",
                                        call.app().name(),
                                        "square_logo_url",
                                        logo()))));
    }

    private Answer get(Call call) {
        var app = call.app();
        Code.NO_RIGHT.unless(call.integer("agentid", 0) == app.agent());
        var users = app.scope().users().stream().map(user -> Json.object("userid", user));
        return Answer.of(
                "agentid", app.agent(),
                "name", app.name(),
                "square_logo_url", logo(),
                "description", "",
                "allow_userinfos", Json.object("user", users),
                "allow_partys", Json.object("partyid", app.scope().departments()),
                "allow_tags", Json.object("tagid", java.util.List.of()),
                "close", Json.bit(!app.enabled()),
                "redirect_domain", app.trustedDomain(),
                "report_location_flag", 0,
                "isreportenter", 0,
                "home_url", "");
    }

    private String logo() {
        return platform.url() + "/avatar/app";
    }
}
