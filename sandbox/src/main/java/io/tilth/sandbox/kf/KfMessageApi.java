package io.tilth.sandbox.kf;

import io.tilth.sandbox.Platform;
import io.tilth.sandbox.api.Answer;
import io.tilth.sandbox.api.ApiError;
import io.tilth.sandbox.api.Area;
import io.tilth.sandbox.api.Call;
import io.tilth.sandbox.api.Code;
import io.tilth.sandbox.api.Json;
import io.tilth.sandbox.api.Routes;
import io.tilth.sandbox.media.MediaApi;
import io.tilth.sandbox.world.Change;
import java.time.Duration;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** {@code /cgi-bin/kf}: messages to and fro. */
public final class KfMessageApi implements Area {
    private static final Set<String> FILES = Set.of("image", "voice", "video", "file");
    private static final Set<String> OTHERS = Set.of("text", "link", "miniprogram", "msgmenu", "location");
    private static final Duration KEPT = Duration.ofDays(3);

    private final SyncPace pace = new SyncPace();
    private final Platform platform;
    private final Kf kf;
    private final MediaApi media;

    public KfMessageApi(Platform platform, Kf kf, MediaApi media) {
        this.platform = platform;
        this.kf = kf;
        this.media = media;
    }

    @Override
    public void enter(Routes routes) {
        routes.read("/cgi-bin/kf/sync_msg", this::sync)
                .write("/cgi-bin/kf/send_msg", this::send)
                .write("/cgi-bin/kf/send_msg_on_event", this::sendOnEvent);
    }

    private Answer sync(Call call) {
        var account = KfAccountApi.need(platform, call);
        var now = platform.clock().instant();
        boolean knowsToken = platform.world()
                .find(KfToken.class, call.text("token"))
                .filter(token -> token.corp().equals(account.corp()) && token.lives(now))
                .isPresent();
        if (!knowsToken) {
            pace.count(account.key(), now);
        }
        int limit = call.limit(1000, 1000);
        String prefix = KfMessage.prefix(account.corp(), account.id());
        var page = platform.world()
                .table(KfMessage.class)
                .under(prefix, KfMessage.key(account.corp(), account.id(), cursor(call)))
                .filter(message -> message.at().isAfter(now.minus(KEPT)))
                .limit(limit + 1L)
                .toList();
        boolean more = page.size() > limit;
        var shown = more ? page.subList(0, limit) : page;
        return Answer.of(
                "next_cursor",
                        shown.isEmpty()
                                ? call.text("cursor")
                                : Long.toString(shown.getLast().number()),
                "has_more", Json.bit(more),
                "msg_list",
                        shown.stream()
                                .filter(message -> message.origin() != KfMessage.OF_API)
                                .map(KfMessage::json));
    }

    private static long cursor(Call call) {
        String cursor = call.text("cursor");
        Code.BAD_PARAMETER.unless(cursor.matches("\\d{0,12}"));
        return cursor.isEmpty() ? 0 : Long.parseLong(cursor);
    }

    private Answer send(Call call, Change change) {
        var account = KfAccountApi.need(platform, call);
        var session = change.find(
                        KfSession.class,
                        KfSession.key(account.corp(), account.id(), call.text("touser", Code.MISSING_CUSTOMER)))
                .orElseThrow(Code.BAD_CUSTOMER::error);
        if (session.state().number() > KfSession.State.BOT.number()) {
            throw new ApiError(95018, "send msg session status invalid");
        }
        if (session.isTooLate(platform.clock().instant())) {
            throw new ApiError(95002, "send msg time limit");
        }
        if (session.isAnsweredEnough()) {
            throw new ApiError(95001, "send msg count limit");
        }
        String type = call.text("msgtype");
        var content = content(call, type);
        change.put(session.answer());
        var message = kf.put(change, session, ownId(call), KfMessage.OF_API, "", type, content);
        return Answer.of("msgid", message.id());
    }

    private Answer sendOnEvent(Call call, Change change) {
        var code = change.find(KfCode.class, call.text("code"))
                .filter(found -> found.corp().equals(call.corp().id()))
                .filter(found -> found.until().isAfter(platform.clock().instant()))
                .orElseThrow(() -> new ApiError(95007, "invalid msgcode"));
        String type = call.text("msgtype");
        if (!type.equals("text") && !(code.menuToo() && type.equals("msgmenu"))) {
            throw new ApiError(40008, "invalid message type");
        }
        var content = content(call, type);
        change.remove(code);
        var session = change.find(KfSession.class, KfSession.key(code.corp(), code.account(), code.customer()))
                .orElseThrow(Code.BAD_CUSTOMER::error);
        var message = kf.put(change, session, ownId(call), KfMessage.OF_API, "", type, content);
        return Answer.of("msgid", message.id());
    }

    private ObjectNode content(Call call, String type) {
        if (!FILES.contains(type) && !OTHERS.contains(type)) {
            throw new ApiError(40008, "invalid message type");
        }
        if (!(call.body().path(type) instanceof ObjectNode content)) {
            throw Code.BAD_PARAMETER.error(type);
        }
        if (FILES.contains(type)) {
            media.need(call.corp().id(), content.path("media_id").asString(""));
        }
        if (type.equals("text")) {
            Code.BAD_PARAMETER.unless(!content.path("content").asString("").isEmpty());
        }
        if (type.equals("msgmenu") && content.path("list").size() > 50) {
            throw new ApiError(95008, "too many menu items");
        }
        return content;
    }

    private String ownId(Call call) {
        String id = call.text("msgid");
        Code.BAD_MESSAGE.unless(id.matches("[0-9a-zA-Z_-]{0,32}"));
        return id;
    }
}
