package io.tilth.sandbox.jssdk;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.tilth.sandbox.Platform;
import io.tilth.sandbox.api.Json;
import io.tilth.sandbox.chat.ChatMessage;
import io.tilth.sandbox.web.Who;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The scripts, and where they ask. The page's own origin may ask with its cookies, as the script of the real platform
 * speaks with the client around it.
 */
public final class JsSdk {
    /** Under these names pages load it; it is the same script. */
    private static final List<String> SCRIPTS =
            List.of("/open/js/jweixin-1.2.0.js", "/wwopen/js/jwxwork-1.0.0.js", "/wwopen/js/jssdk.js");

    private static final Set<String> SAYABLE = Set.of("text", "image", "video", "file", "link", "news", "miniprogram");

    private final Platform platform;
    private final Tickets tickets;

    public JsSdk(Platform platform, Tickets tickets) {
        this.platform = platform;
        this.tickets = tickets;
    }

    public void serve(RoutesConfig http) {
        String script = read();
        for (String path : SCRIPTS) {
            http.get(
                    path,
                    context -> context.contentType("text/javascript; charset=utf-8")
                            .header("Cache-Control", "no-cache")
                            .result(script));
        }
        http.post("/sandbox/jssdk/current-chat", this::enter);
        http.post("/sandbox/jssdk/{call}", this::answer);
        http.options("/sandbox/jssdk/{call}", this::allow);
    }

    /** The member opens a page here; {@code customer} or {@code chat} may be empty. */
    public void enter(String corp, String user, String entry, String customer, String chat) {
        platform.world().change(change -> {
            change.put(new CurrentChat(corp, user, entry, customer, chat));
            return entry;
        });
    }

    private void enter(Context http) {
        var body = body(http);
        enter(
                body.path("corp").asString(""),
                body.path("user").asString(""),
                body.path("entry").asString("single_chat_tools"),
                body.path("customer").asString(""),
                body.path("chat").asString(""));
        say(http, ok("enter"));
    }

    private void answer(Context http) {
        String call = http.pathParam("call");
        try {
            say(
                    http,
                    answer(
                            call,
                            body(http),
                            Who.at(http)
                                    .filter(Who::isMember)
                                    .flatMap(who -> platform.world()
                                            .find(
                                                    CurrentChat.class,
                                                    io.tilth.sandbox.corp.Member.key(who.corp(), who.id())))
                                    .orElseThrow(() -> new NoSuchElementException("no permission"))));
        } catch (NoSuchElementException e) {
            say(http, failed(call, e.getMessage()));
        }
    }

    private ObjectNode answer(String call, JsonNode asked, CurrentChat here) {
        return switch (call) {
            case "config" -> signed(call, here.corp(), asked);
            case "agentConfig" ->
                signed(call, here.corp() + "/" + asked.path("agentid").asString(""), asked);
            case "getContext" -> ok(call).put("entry", here.entry()).put("shareTicket", "");
            case "getCurExternalContact" -> ok(call).put("userId", there(here.customer()));
            case "getCurExternalChat" -> ok(call).put("chatId", there(here.chat()));
            case "sendChatMessage" -> send(call, asked, here);
            case "checkJsApi" -> ok(call).set("checkResult", Json.object());
            default -> ok(call);
        };
    }

    private ObjectNode signed(String call, String holder, JsonNode asked) {
        boolean signed = tickets.isSigned(
                holder,
                asked.path("url").asString(""),
                asked.path("nonceStr").asString(""),
                asked.path("timestamp").asString(""),
                asked.path("signature").asString(""));
        return signed ? ok(call) : failed(call, "invalid signature");
    }

    private ObjectNode send(String call, JsonNode asked, CurrentChat here) {
        String type = asked.path("msgtype").asString("");
        if (!SAYABLE.contains(type)) {
            return failed(call, "invalid msgtype");
        }
        String chat = here.chat().isEmpty() ? ChatMessage.between(here.user(), there(here.customer())) : here.chat();
        String kind = type.equals("news") ? "link" : type;
        var content = asked.path(type).deepCopy();
        platform.world().change(change -> platform.chats().say(change, here.corp(), chat, here.user(), kind, content));
        return ok(call);
    }

    private static String there(String id) {
        if (id.isEmpty()) {
            throw new NoSuchElementException("without context of external contact");
        }
        return id;
    }

    private static ObjectNode ok(String call) {
        return Json.object("err_msg", call + ":ok", "errMsg", call + ":ok", "errCode", 0);
    }

    private static ObjectNode failed(String call, String reason) {
        String text = call + ":fail " + reason;
        return Json.object("err_msg", text, "errMsg", text, "errCode", 1);
    }

    private void allow(Context http) {
        String origin = http.header("Origin");
        if (origin != null) {
            http.header("Access-Control-Allow-Origin", origin);
            http.header("Access-Control-Allow-Credentials", "true");
            http.header("Access-Control-Allow-Headers", "content-type");
            http.header("Vary", "Origin");
        }
    }

    private void say(Context http, ObjectNode answer) {
        platform.world().settle();
        allow(http);
        http.contentType("application/json; charset=utf-8").result(Json.MAPPER.writeValueAsBytes(answer));
    }

    private static JsonNode body(Context http) {
        byte[] bytes = http.bodyAsBytes();
        return bytes.length == 0 ? Json.object() : Json.MAPPER.readTree(bytes);
    }

    private static String read() {
        try (var in = JsSdk.class.getResourceAsStream("jssdk.js")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
