package io.tilth.sandbox.phone;

import io.tilth.sandbox.Sandbox;
import io.tilth.sandbox.Settings;
import io.tilth.sandbox.api.Json;
import io.tilth.sandbox.corp.Member;
import io.tilth.sandbox.kit.Caller;
import io.tilth.sandbox.seed.EmptyCompany;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;

/** A sandbox with one company, LIN and ZHAO in it, and WANG with WeChat; asked as the page asks. */
final class Table implements AutoCloseable {
    static final String CORP = EmptyCompany.CORP;
    static final String LIN = CORP + ":lin";
    static final String ZHAO = CORP + ":zhao";
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    final Sandbox sandbox = Sandbox.start(Settings.forTest());
    final Caller app = Caller.of(sandbox, CORP, EmptyCompany.SECRET);
    final String wang;
    final String li;

    Table() {
        sandbox.actors().admins().take(Member.of(CORP, "lin", "林晓", "家居顾问", 1));
        sandbox.actors().admins().take(Member.of(CORP, "zhao", "赵敏", "店长", 1));
        wang = sandbox.actors().customers().appear("王先生").id();
        li = sandbox.actors().customers().appear("李女士").id();
    }

    /** The text of a code that leads to LIN. */
    String code(boolean skipVerify) {
        String id = app.post(
                        "/cgi-bin/externalcontact/add_contact_way",
                        "type",
                        1,
                        "scene",
                        2,
                        "skip_verify",
                        skipVerify,
                        "state",
                        "door-3",
                        "user",
                        java.util.List.of("lin"))
                .path("config_id")
                .asString();
        return sandbox.platform().qrCodes().content(id);
    }

    /** WANG adds whom the code leads to; gives the chat. */
    String add(String code, boolean half) {
        return post("/wechat/" + wang + "/add", "text", code, "hello", "我是王先生", "half", half)
                .path("chat")
                .asString();
    }

    /** WANG, as LIN sees him. */
    JsonNode customer() {
        return wecom("/customers/" + wang);
    }

    JsonNode wechat(String path) {
        return get("/wechat/" + wang + path);
    }

    JsonNode wecom(String path) {
        return get("/wecom/" + encode(LIN) + path);
    }

    JsonNode get(String path) {
        return json(send(HttpRequest.newBuilder(uri(path))));
    }

    JsonNode post(String path, Object... fields) {
        return json(ask(path, fields));
    }

    /** The same, with the status. */
    HttpResponse<String> ask(String path, Object... fields) {
        var body = HttpRequest.BodyPublishers.ofString(Json.object(fields).toString());
        return send(HttpRequest.newBuilder(uri(path)).POST(body));
    }

    static JsonNode json(HttpResponse<String> answer) {
        return Json.MAPPER.readTree(answer.body());
    }

    static String encode(String id) {
        return URLEncoder.encode(id, StandardCharsets.UTF_8);
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + sandbox.port() + Phone.ROOT + path);
    }

    static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        sandbox.close();
    }
}
