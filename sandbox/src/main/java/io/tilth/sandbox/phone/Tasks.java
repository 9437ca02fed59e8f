package io.tilth.sandbox.phone;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.tilth.sandbox.Platform;
import io.tilth.sandbox.Sandbox;
import io.tilth.sandbox.contact.Follow;
import io.tilth.sandbox.corp.Member;
import io.tilth.sandbox.masssend.MassSend;
import io.tilth.sandbox.masssend.MassSends;
import io.tilth.sandbox.moment.Moment;
import io.tilth.sandbox.moment.Moments;
import io.tilth.sandbox.phone.Bubbles.Said;
import io.tilth.sandbox.phone.View.Message;
import io.tilth.sandbox.phone.View.Task;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What a company has prepared and only its members can send: mass messages ({@code s:…}) and moments ({@code p:…}). */
final class Tasks {
    private static final String TASK = Phone.ROOT + "/wecom/{member}/tasks/{task}";

    private final Platform platform;
    private final MassSends sends;
    private final Moments moments;
    private final Faces faces;
    private final Bubbles bubbles;

    Tasks(Sandbox sandbox, Faces faces, Bubbles bubbles) {
        this.platform = sandbox.platform();
        this.sends = sandbox.features().massSends();
        this.moments = sandbox.features().moments();
        this.faces = faces;
        this.bubbles = bubbles;
    }

    void serve(RoutesConfig http, Web web) {
        http.post(TASK + "/confirm", web.silent(this::confirm));
        http.post(TASK + "/decline", web.silent(this::decline));
    }

    /** What the member has not sent yet, newest first. */
    List<Task> of(Member member) {
        var messages = sends.waiting(member.corp(), member.id()).map(send -> task(member, send));
        var published = moments.waiting(member.corp(), member.id()).map(moment -> task(member, moment));
        return Stream.concat(messages, published)
                .sorted(Comparator.comparing(Task::at).reversed())
                .toList();
    }

    private Task task(Member member, MassSend send) {
        String id = "s:" + send.id();
        var parts = parts(
                member,
                send.content().path("text").path("content").asString(""),
                send.content().path("attachments"),
                send.at());
        long receivers = sends.targets(member.corp(), member.id(), send.id()).count();
        return new Task(id, send.groups() ? "GROUP_MASS" : "MASS", send.at(), receivers, parts, state(member, id));
    }

    private Task task(Member member, Moment moment) {
        String id = "p:" + moment.id();
        long receivers = platform.contacts()
                .of(member)
                .filter(follow -> follow.bond() == Follow.Bond.FULL)
                .filter(follow ->
                        moment.tags().isEmpty() || moment.tags().stream().anyMatch(follow.tags()::contains))
                .count();
        var parts = parts(member, moment.text(), moment.attachments(), moment.at());
        return new Task(id, "MOMENT", moment.at(), receivers, parts, state(member, id));
    }

    private List<Message> parts(Member member, String text, JsonNode attachments, Instant at) {
        var parts = new ArrayList<Message>();
        var author = Optional.of(faces.chosen(member));
        if (!text.isEmpty()) {
            var body = io.tilth.sandbox.api.Json.object("content", text);
            parts.add(bubbles.of(member.corp(), 0, author, false, new Said("text", body, at)));
        }
        for (JsonNode attachment : attachments) {
            String type = attachment.path("msgtype").asString("");
            var said = new Said(type, attachment.path(type), at);
            parts.add(bubbles.of(member.corp(), parts.size(), author, false, said));
        }
        return parts;
    }

    private String state(Member member, String id) {
        boolean declined = platform.world().table(Declined.class).has(Declined.key(Faces.id(member), id));
        return declined ? "DECLINED" : "WAITING";
    }

    private void confirm(Context http) {
        var member = faces.member(http.pathParam("member"));
        String task = http.pathParam("task");
        if (task.startsWith("s:")) {
            sends.confirm(member.corp(), member.id(), task.substring(2));
        } else {
            moments.publish(member.corp(), member.id(), task.substring(2));
        }
    }

    private void decline(Context http) {
        var member = faces.member(http.pathParam("member"));
        platform.world().change(change -> {
            var declined = new Declined(Faces.id(member), http.pathParam("task"));
            change.put(declined);
            return declined;
        });
    }
}
