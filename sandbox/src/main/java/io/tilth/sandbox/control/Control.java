package io.tilth.sandbox.control;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.tilth.sandbox.Platform;
import io.tilth.sandbox.Sandbox;
import io.tilth.sandbox.Seed;
import io.tilth.sandbox.api.Json;
import io.tilth.sandbox.corp.App;
import io.tilth.sandbox.corp.App.CallbackAddress;
import io.tilth.sandbox.corp.Corp;
import io.tilth.sandbox.corp.Member;
import io.tilth.sandbox.fault.Fault;
import io.tilth.sandbox.fault.Faults;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Clock, faults, switches, callbacks, world: what one turns while trying things out. */
public final class Control {
    private final Sandbox sandbox;
    private final Platform platform;

    public Control(Sandbox sandbox) {
        this.sandbox = sandbox;
        this.platform = sandbox.platform();
    }

    public void serve(RoutesConfig http) {
        http.get("/sandbox/api/world", this::world);
        http.post("/sandbox/api/reset", this::reset);
        http.post("/sandbox/api/save", this::save);
        http.post("/sandbox/api/load", this::load);
        http.get("/sandbox/api/clock", this::clock);
        http.post("/sandbox/api/clock", this::moveClock);
        http.get("/sandbox/api/faults", this::faults);
        http.post("/sandbox/api/faults", this::setFaults);
        http.post("/sandbox/api/switch", this::setSwitch);
        http.post("/sandbox/api/limits", this::setLimits);
        http.post("/sandbox/api/tokens/{deed}", this::tokens);
        http.get("/sandbox/api/callbacks", this::callbacks);
        http.post("/sandbox/api/callbacks", this::configure);
        http.post("/sandbox/api/callbacks/recall", this::recall);
        http.exception(IllegalArgumentException.class, Control::refuse);
    }

    private void world(Context http) {
        var world = platform.world();
        answer(
                http,
                "url",
                sandbox.url(),
                "now",
                platform.clock().instant().toString(),
                "pending",
                platform.callbacks().pending(),
                "corps",
                world.table(Corp.class)
                        .all()
                        .map(corp -> Json.object(
                                "id",
                                corp.id(),
                                "name",
                                corp.name(),
                                "members",
                                world.table(Member.class).under(corp.id() + "/").count(),
                                "apps",
                                world.table(App.class).under(corp.id() + "/").map(Control::app))));
    }

    private static Object app(App app) {
        return Json.object(
                "agent",
                app.agent(),
                "name",
                app.name(),
                "kind",
                app.kind().name(),
                "secret",
                app.secret(),
                "callback",
                app.callback().map(CallbackAddress::url).orElse(null));
    }

    private void reset(Context http) {
        sandbox.reset(Seed.named(body(http).path("seed").asString("empty")));
        answer(http);
    }

    private void save(Context http) {
        sandbox.save(body(http).path("name").asString());
        answer(http);
    }

    private void load(Context http) {
        sandbox.load(body(http).path("name").asString());
        answer(http);
    }

    /** Tells an app that came late what it would have heard in so many days. */
    private void recall(Context http) {
        var body = body(http);
        var since = platform.clock()
                .instant()
                .minus(Duration.ofDays(body.path("days").asLong(30)));
        platform.world().change(change -> {
            platform.friendships().recall(change, body.path("corp").asString(), since);
            return since;
        });
        answer(http);
    }

    private void clock(Context http) {
        answer(
                http,
                "now",
                platform.clock().instant().toString(),
                "aheadSeconds",
                platform.clock().ahead().toSeconds());
    }

    private void moveClock(Context http) {
        platform.clock().move(Duration.ofSeconds(body(http).path("seconds").asLong(0)));
        clock(http);
    }

    private void faults(Context http) {
        http.contentType("application/json")
                .result(Json.MAPPER.writeValueAsBytes(platform.dice().faults()));
    }

    private void setFaults(Context http) {
        var body = body(http);
        var rates = new EnumMap<Fault, Double>(Fault.class);
        body.path("rates").forEachEntry((name, rate) -> rates.put(Fault.valueOf(name), rate.asDouble()));
        platform.dice()
                .set(new Faults(
                        body.path("seed").asLong(1),
                        rates,
                        body.path("slowMillis").asInt(2_000),
                        body.path("lateMillis").asInt(3_000),
                        body.path("corp").asString(""),
                        body.path("path").asString("")));
        faults(http);
    }

    private void setSwitch(Context http) {
        platform.switches()
                .set(body(http).path("name").asString(), body(http).path("on").asBoolean(false));
        answer(http);
    }

    private void setLimits(Context http) {
        platform.limits()
                .set(
                        body(http).path("perMinute").asInt(10_000),
                        body(http).path("perHour").asInt(150_000));
        answer(http);
    }

    private void tokens(Context http) {
        var app = app(body(http));
        switch (http.pathParam("deed")) {
            case "revoke" -> platform.tokens().revoke(app);
            case "expire" -> platform.tokens().expire(app);
            default -> throw new IllegalArgumentException("revoke or expire");
        }
        answer(http);
    }

    private void callbacks(Context http) {
        var log = platform.callbacks().log();
        answer(http, "pending", platform.callbacks().pending(), "delivered", log.delivered(), "items", log.newest(200));
    }

    private void configure(Context http) {
        var body = body(http);
        var app = app(body);
        var address = new CallbackAddress(
                body.path("url").asString(),
                body.path("token").asString(),
                body.path("aesKey").asString(),
                Set.of());
        answer(
                http,
                "problem",
                platform.callbacks().configure(app.corp(), app.agent(), address).orElse(null));
    }

    private App app(JsonNode body) {
        return platform.world()
                .find(
                        App.class,
                        App.key(body.path("corp").asString(), body.path("agent").asInt()))
                .orElseThrow(() -> new IllegalArgumentException("There is no such app"));
    }

    private static void refuse(IllegalArgumentException problem, Context http) {
        http.status(400)
                .contentType("application/json")
                .result(Json.object("problem", problem.getMessage()).toString());
    }

    private static JsonNode body(Context http) {
        var bytes = http.bodyAsBytes();
        return bytes.length == 0 ? Json.object() : Json.MAPPER.readTree(bytes);
    }

    private void answer(Context http, Object... fields) {
        platform.world().settle();
        http.contentType("application/json").result(Json.MAPPER.writeValueAsBytes(Json.object(fields)));
    }
}
