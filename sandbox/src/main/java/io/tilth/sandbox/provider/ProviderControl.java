package io.tilth.sandbox.provider;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.tilth.sandbox.Platform;
import io.tilth.sandbox.api.Json;
import io.tilth.sandbox.corp.App.CallbackAddress;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What a provider does in its console, and a company's administrator on the platform's pages, by the sandbox's own API. */
public final class ProviderControl {
    private final Platform platform;
    private final Installations installations;
    private final Licences licences;

    public ProviderControl(Platform platform, Installations installations, Licences licences) {
        this.platform = platform;
        this.installations = installations;
        this.licences = licences;
    }

    public void serve(RoutesConfig http) {
        http.get("/sandbox/api/suites", this::list);
        http.post("/sandbox/api/suites/{suite}/address", this::configure);
        http.post("/sandbox/api/suites/{suite}/ticket", this::ticket);
        http.post("/sandbox/api/suites/{suite}/install", this::install);
        http.post("/sandbox/api/suites/{suite}/cancel", this::cancel);
        http.post("/sandbox/api/suites/{suite}/reset", this::reset);
        http.post("/sandbox/api/licences", this::buy);
    }

    private void list(Context http) {
        answer(
                http,
                "items",
                platform.world()
                        .table(Suite.class)
                        .all()
                        .map(suite -> Json.object(
                                "id", suite.id(),
                                "secret", suite.secret(),
                                "name", suite.name(),
                                "template", suite.template(),
                                "provider", suite.provider(),
                                "providerSecret", suite.providerSecret(),
                                "address",
                                        suite.orders().map(CallbackAddress::url).orElse(null))));
    }

    private void configure(Context http) {
        var body = body(http);
        var address = new CallbackAddress(
                body.path("url").asString(""),
                body.path("token").asString(""),
                body.path("aesKey").asString(""),
                Set.of());
        answer(http, "problem", installations.configure(suite(http), address).orElse(null));
    }

    private void ticket(Context http) {
        answer(http, "ticket", installations.pushTicket(suite(http)));
    }

    private void install(Context http) {
        var body = body(http);
        String code = installations.install(
                suite(http),
                body.path("corp").asString(""),
                body.path("admin").asString(""),
                body.path("state").asString(""));
        answer(http, "authCode", code);
    }

    private void cancel(Context http) {
        installations.cancel(suite(http), body(http).path("corp").asString(""));
        answer(http);
    }

    private void reset(Context http) {
        String corp = body(http).path("corp").asString("");
        answer(http, "authCode", installations.resetPermanentCode(suite(http), corp));
    }

    private void buy(Context http) {
        answer(http, "code", licences.buy(body(http).path("corp").asString("")));
    }

    private void answer(Context http, Object... fields) {
        platform.world().settle();
        http.contentType("application/json").result(Json.MAPPER.writeValueAsBytes(Json.object(fields)));
    }

    private static String suite(Context http) {
        return http.pathParam("suite");
    }

    private static JsonNode body(Context http) {
        byte[] bytes = http.bodyAsBytes();
        return bytes.length == 0 ? Json.object() : Json.MAPPER.readTree(bytes);
    }
}
