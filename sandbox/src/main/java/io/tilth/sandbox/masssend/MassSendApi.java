package io.tilth.sandbox.masssend;

import io.tilth.sandbox.Platform;
import io.tilth.sandbox.api.Answer;
import io.tilth.sandbox.api.Area;
import io.tilth.sandbox.api.Call;
import io.tilth.sandbox.api.Code;
import io.tilth.sandbox.api.Json;
import io.tilth.sandbox.api.Page;
import io.tilth.sandbox.api.Routes;
import io.tilth.sandbox.masssend.Target.Result;
import io.tilth.sandbox.media.Attachments;
import io.tilth.sandbox.media.MediaApi;
import io.tilth.sandbox.world.Change;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** {@code add_msg_template} and what tells of its fate. Nothing is sent before a member has confirmed it. */
public final class MassSendApi implements Area {
    private static final String PATH = "/cgi-bin/externalcontact/";
    private static final int ATTACHMENTS = 9;
    private static final int REMINDERS = 3;
    private static final Duration A_DAY = Duration.ofDays(1);
    private static final Duration LONGEST_LIST = Duration.ofDays(31);

    private final Platform platform;
    private final MassSends sends;
    private final MediaApi media;

    public MassSendApi(Platform platform, MassSends sends, MediaApi media) {
        this.platform = platform;
        this.sends = sends;
        this.media = media;
    }

    @Override
    public void enter(Routes routes) {
        routes.write(PATH + "add_msg_template", this::add)
                .read(PATH + "get_groupmsg_list_v2", this::list)
                .read(PATH + "get_groupmsg_task", this::tasks)
                .read(PATH + "get_groupmsg_send_result", this::results)
                .write(PATH + "remind_groupmsg_send", this::remind)
                .write(PATH + "cancel_groupmsg_send", this::cancel);
    }

    private Answer add(Call call, Change change) {
        String type = call.has("chat_type") ? call.text("chat_type") : "single";
        Code.BAD_PARAMETER.unless(Set.of("single", "group").contains(type));
        boolean groups = type.equals("group");
        var content = content(call);
        var audience = groups ? Audience.ofGroups(platform, call) : Audience.ofCustomers(platform, call);
        Code.NOBODY_TO_SEND_TO.unless(!audience.bySender().isEmpty());
        String corp = call.corp().id();
        var message = new MassSend(
                corp,
                platform.ids().id("msg"),
                groups,
                call.flag("allow_select", false),
                content,
                platform.clock().instant(),
                false,
                List.of());
        change.put(message);
        audience.bySender().forEach((user, targets) -> {
            change.put(new Task(corp, message.id(), user, Instant.EPOCH));
            targets.forEach(id -> change.put(new Target(corp, message.id(), user, id, Result.NOT_SENT, Instant.EPOCH)));
        });
        return Answer.of("fail_list", audience.unreachable(), "msgid", message.id());
    }

    private ObjectNode content(Call call) {
        String text = Attachments.text(call.body());
        var attachments = Attachments.ofMessages(media, call.corp().id())
                .check(call.body().path("attachments"), ATTACHMENTS);
        Code.EMPTY_PARAMETER.unless(!text.isEmpty() || !attachments.isEmpty());
        return Json.object(
                "text", text.isEmpty() ? null : Json.object("content", text),
                "attachments", attachments.isEmpty() ? null : attachments);
    }

    private Answer list(Call call) {
        boolean groups = call.text("chat_type", Code.EMPTY_PARAMETER).equals("group");
        var from = Instant.ofEpochSecond(call.number("start_time", 0));
        var to = Instant.ofEpochSecond(call.number("end_time", 0));
        Code.BAD_PARAMETER.unless(
                from.isBefore(to) && Duration.between(from, to).compareTo(LONGEST_LIST) <= 0);
        boolean made =
                call.integer("filter_type", 2) != 1 && call.text("creator").isEmpty();
        var page = Page.of(
                call,
                call.limit(50, 100),
                behind -> platform.world()
                        .table(MassSend.class)
                        .under(call.corp().id() + "/", behind)
                        .filter(message -> made && message.groups() == groups)
                        .filter(message ->
                                !message.at().isBefore(from) && !message.at().isAfter(to)));
        return Answer.of(
                "next_cursor",
                page.next(),
                "group_msg_list",
                page.items().stream().map(MassSend::json));
    }

    private Answer tasks(Call call) {
        var message = message(call);
        var page = Page.of(
                call,
                call.limit(500, 1000),
                behind -> platform.world().table(Task.class).under(Task.prefix(message.corp(), message.id()), behind));
        return Answer.of(
                "next_cursor", page.next(),
                "task_list",
                        page.items().stream()
                                .map(task -> Json.object(
                                        "userid", task.user(),
                                        "status", task.isSent() ? Task.SENT : Task.NOT_SENT,
                                        "send_time", task.isSent() ? task.sentAt() : null)));
    }

    private Answer results(Call call) {
        var message = message(call);
        String prefix = Target.prefix(message.corp(), message.id(), call.text("userid", Code.MISSING_USER));
        var page = Page.of(
                call,
                call.limit(500, 1000),
                behind -> platform.world()
                        .table(Target.class)
                        .under(prefix, behind)
                        .filter(target -> !message.groups() || target.result() == Result.SENT));
        return Answer.of(
                "next_cursor", page.next(),
                "send_list", page.items().stream().map(target -> json(message, target)));
    }

    private static ObjectNode json(MassSend message, Target target) {
        return Json.object(
                "external_userid", message.groups() ? null : target.id(),
                "chat_id", message.groups() ? target.id() : null,
                "userid", target.user(),
                "status", target.result().number(),
                "send_time", target.result() == Result.SENT ? target.at() : null);
    }

    private Answer remind(Call call, Change change) {
        var message = message(call);
        var now = platform.clock().instant();
        long lately = message.reminders().stream()
                .filter(at -> at.plus(A_DAY).isAfter(now))
                .count();
        Code.TOO_OFTEN.unless(lately < REMINDERS);
        change.put(message.remind(now));
        return Answer.ok();
    }

    private Answer cancel(Call call, Change change) {
        change.put(message(call).cancel());
        return Answer.ok();
    }

    private MassSend message(Call call) {
        return sends.find(call.corp().id(), call.text("msgid", Code.MISSING_MESSAGE))
                .orElseThrow(Code.BAD_MESSAGE::error);
    }
}
