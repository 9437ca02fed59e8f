package io.tilth.sandbox.kit;

import io.tilth.sandbox.Sandbox;
import io.tilth.sandbox.api.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;

/** Calls the platform as an app does, in plain HTTP. */
public final class Caller {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Sandbox sandbox;
    private String token = "";

    public Caller(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    /** An app with a token of its own. */
    public static Caller of(Sandbox sandbox, String corp, String secret) {
        var caller = new Caller(sandbox);
        caller.token = caller.get("/cgi-bin/gettoken", "corpid", corp, "corpsecret", secret)
                .path("access_token")
                .asString();
        return caller;
    }

    public Caller with(String token) {
        this.token = token;
        return this;
    }

    /** Parameters as name, value, name, value. */
    public JsonNode get(String path, Object... parameters) {
        return send(HttpRequest.newBuilder(uri(path, parameters)));
    }

    /** A body as name, value, name, value. */
    public JsonNode post(String path, Object... fields) {
        return postText(path, Json.object(fields).toString());
    }

    public JsonNode postText(String path, String body) {
        return send(HttpRequest.newBuilder(uri(path)).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    public int code(JsonNode answer) {
        return answer.path("errcode").asInt();
    }

    private URI uri(String path, Object... parameters) {
        var query = new StringBuilder();
        for (int i = 0; i < parameters.length; i += 2) {
            query.append('&').append(parameters[i]).append('=');
            query.append(URLEncoder.encode(parameters[i + 1].toString(), StandardCharsets.UTF_8));
        }
        if (!token.isEmpty()) {
            query.append("&access_token=").append(token);
        }
        return URI.create("http://127.0.0.1:" + sandbox.port() + path + (path.contains("?") ? "" : "?") + query);
    }

    private static JsonNode send(HttpRequest.Builder request) {
        try {
            var answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return Json.MAPPER.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
