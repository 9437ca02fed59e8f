package io.tilth.sandbox.message;

import io.tilth.sandbox.Platform;
import io.tilth.sandbox.api.Answer;
import io.tilth.sandbox.api.ApiError;
import io.tilth.sandbox.api.Area;
import io.tilth.sandbox.api.Call;
import io.tilth.sandbox.api.Code;
import io.tilth.sandbox.api.Json;
import io.tilth.sandbox.api.Routes;
import io.tilth.sandbox.corp.Member;
import io.tilth.sandbox.media.MediaApi;
import io.tilth.sandbox.provider.Licences;
import io.tilth.sandbox.world.Change;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;

/** {@code /cgi-bin/message}: what apps send to members, cards that change, messages taken back. */
public final class MessageApi implements Area {
    private static final int USUAL_INTERVAL = 1800;
    private static final int LONGEST_INTERVAL = 4 * 3600;

    private final Platform platform;
    private final Messages messages;
    private final MediaApi media;
    private final Licences licences;

    public MessageApi(Platform platform, Messages messages, MediaApi media, Licences licences) {
        this.platform = platform;
        this.messages = messages;
        this.media = media;
        this.licences = licences;
    }

    @Override
    public void enter(Routes routes) {
        routes.write("/cgi-bin/message/send", this::send)
                .write("/cgi-bin/message/update_template_card", this::updateCard)
                .write("/cgi-bin/message/recall", this::recall)
                .read("/cgi-bin/message/get_statistics", this::statistics);
    }

    private Answer send(Call call, Change change) {
        ownApp(call);
        var receivers = receivers(call).ofMessage(call);
        String type = call.text("msgtype");
        var content = new Content(id -> media.need(call.corp().id(), id))
                .check(type, call.body().path(type));
        String print = print(call, type, content);
        var now = platform.clock().instant();
        var message = new AppMessage(
                call.corp().id(), call.app().agent(), platform.ids().letters(48), type, content, print, now, false);
        boolean repeated =
                call.flag("enable_duplicate_check", false) && messages.wasSentLately(call.app(), print, interval(call));
        change.put(message);
        if (!repeated) {
            receivers.members().stream()
                    .filter(member -> licences.allows(call.app(), member.id()))
                    .forEach(member -> messages.deliver(change, message, member));
        }
        return sent(call, change, receivers, message);
    }

    private Answer sent(Call call, Change change, Receivers receivers, AppMessage message) {
        boolean changeable = message.type().equals("template_card") && new Card(message.content()).canChange();
        return Answer.of(
                "invaliduser", Json.orNull(receivers.invalidUsers()),
                "invalidparty", Json.orNull(receivers.invalidParties()),
                "invalidtag", Json.orNull(receivers.invalidTags()),
                "unlicenseduser", Json.orNull(unlicensed(call, receivers)),
                "msgid", message.id(),
                "response_code", changeable ? messages.newCode(change, message).code() : null);
    }

    private String unlicensed(Call call, Receivers receivers) {
        return receivers.members().stream()
                .map(Member::id)
                .filter(user -> !licences.allows(call.app(), user))
                .collect(Collectors.joining("|"));
    }

    private Answer updateCard(Call call, Change change) {
        ownApp(call);
        var code = change.find(CardCode.class, call.text("response_code"))
                .filter(found -> found.corp().equals(call.corp().id())
                        && found.agent() == call.app().agent())
                .filter(found -> found.lives(platform.clock().instant()))
                .orElseThrow(() -> Code.BAD_PARAMETER.error("response_code"));
        var receivers = receivers(call).ofCard(call);
        var message = messages.find(code.corp(), code.message()).orElseThrow(Code.BAD_PARAMETER::error);
        var card = replacement(call, message);
        receivers.members().forEach(member -> messages.changeCard(change, code, member, card));
        change.remove(code);
        return Answer.of("invaliduser", receivers.invalidUserList().isEmpty() ? null : receivers.invalidUserList());
    }

    private static ObjectNode replacement(Call call, AppMessage message) {
        if (call.body().path("template_card") instanceof ObjectNode card) {
            var changed = message.content().deepCopy();
            changed.setAll(card);
            return changed;
        }
        String name = call.body().path("button").path("replace_name").asString("");
        Code.BAD_PARAMETER.unless(!name.isEmpty());
        var changed = message.content().deepCopy();
        changed.put("replace_text", name);
        return changed;
    }

    private Answer recall(Call call, Change change) {
        var message = messages.find(call.corp().id(), call.text("msgid", Code.MISSING_MESSAGE))
                .filter(found -> found.agent() == call.app().agent())
                .orElseThrow(Code.BAD_MESSAGE::error);
        Code.BAD_MESSAGE.unless(messages.canRecall(message));
        change.put(message.recall());
        return Answer.ok();
    }

    /** How much each app sent today, or, with {@code time_type} 1, yesterday. */
    private Answer statistics(Call call) {
        var day = LocalDate.now(platform.clock()).minusDays(call.integer("time_type", 0) == 1 ? 1 : 0);
        String corp = call.corp().id();
        long count = platform.world()
                .table(Delivery.class)
                .under(corp + "/")
                .filter(delivery -> LocalDate.ofInstant(
                                delivery.at(), platform.clock().getZone())
                        .equals(day))
                .filter(delivery -> messages.find(corp, delivery.message())
                        .filter(message -> message.agent() == call.app().agent())
                        .isPresent())
                .count();
        return Answer.of(
                "statistics",
                List.of(Json.object(
                        "agentid", call.app().agent(), "app_name", call.app().name(), "count", count)));
    }

    private Receivers receivers(Call call) {
        return new Receivers(platform.world(), call.app());
    }

    private static void ownApp(Call call) {
        if (call.integer("agentid", call.app().agent()) != call.app().agent()) {
            throw new ApiError(301002, "not allow operate another agent with this accesstoken");
        }
    }

    private static Duration interval(Call call) {
        int seconds = call.integer("duplicate_check_interval", USUAL_INTERVAL);
        return Duration.ofSeconds(Math.min(seconds, LONGEST_INTERVAL));
    }

    private static String print(Call call, String type, ObjectNode content) {
        var receivers = List.of(call.text("touser"), call.text("toparty"), call.text("totag"));
        return "/" + call.app().agent() + "/" + Integer.toHexString((type + content + receivers).hashCode());
    }
}
