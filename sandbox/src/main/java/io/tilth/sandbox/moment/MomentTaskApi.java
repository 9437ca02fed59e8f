package io.tilth.sandbox.moment;

import io.tilth.sandbox.Platform;
import io.tilth.sandbox.api.Answer;
import io.tilth.sandbox.api.Area;
import io.tilth.sandbox.api.Call;
import io.tilth.sandbox.api.Code;
import io.tilth.sandbox.api.Json;
import io.tilth.sandbox.api.Routes;
import io.tilth.sandbox.corp.Department;
import io.tilth.sandbox.corp.Member;
import io.tilth.sandbox.corp.Visibility;
import io.tilth.sandbox.media.Attachments;
import io.tilth.sandbox.media.MediaApi;
import io.tilth.sandbox.tag.Tag;
import io.tilth.sandbox.world.Change;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.node.ArrayNode;

/** {@code add_moment_task}: asks members to publish a moment; a job tells what came of the wish. */
public final class MomentTaskApi implements Area {
    private static final String PATH = "/cgi-bin/externalcontact/";
    private static final int A_MINUTE = 10;
    private static final int LONGEST_TEXT = 2000;
    private static final int PICTURES = 9;

    private final Platform platform;
    private final Moments moments;
    private final MediaApi media;
    private final Visibility visibility;

    public MomentTaskApi(Platform platform, Moments moments, MediaApi media) {
        this.platform = platform;
        this.moments = moments;
        this.media = media;
        this.visibility = new Visibility(platform.world());
    }

    @Override
    public void enter(Routes routes) {
        routes.write(PATH + "add_moment_task", this::add).read(PATH + "get_moment_task_result", this::result);
    }

    private Answer add(Call call, Change change) {
        var now = platform.clock().instant();
        String corp = call.corp().id();
        Code.TOO_OFTEN.unless(moments.of(corp)
                        .filter(moment -> moment.at().isAfter(now.minus(Duration.ofMinutes(1))))
                        .count()
                < A_MINUTE);
        String text = Attachments.text(call.body());
        Code.TEXT_SIZE.unless(text.codePointCount(0, text.length()) <= LONGEST_TEXT);
        var attachments = attachments(call);
        Code.EMPTY_PARAMETER.unless(!text.isEmpty() || !attachments.isEmpty());
        var invalid = new HashMap<String, List<String>>();
        var senders = senders(call, invalid);
        var tags = tags(call, invalid);
        var moment = new Moment(
                corp,
                platform.ids().id("mom"),
                platform.ids().letters(43),
                text,
                attachments,
                senders,
                tags,
                invalid,
                now,
                false);
        change.put(moment);
        return Answer.of("jobid", moment.job());
    }

    /** Nine pictures, or one video, or one link. */
    private ArrayNode attachments(Call call) {
        var given = call.body().path("attachments");
        var kinds = new TreeSet<String>();
        given.forEach(one -> kinds.add(one.path("msgtype").asString("")));
        Code.ATTACHMENT_TYPE.unless(kinds.size() <= 1);
        int most = kinds.equals(Set.of("image")) ? PICTURES : 1;
        return Attachments.ofMoments(media, call.corp().id()).check(given, most);
    }

    private List<String> senders(Call call, Map<String, List<String>> invalid) {
        var list = call.body().path("visible_range").path("sender_list");
        var users = Call.texts(list.path("user_list"));
        var departments = Call.texts(list.path("department_list"));
        var senders = new TreeSet<String>();
        if (users.isEmpty() && departments.isEmpty()) {
            visibility.members(call.app()).map(Member::id).forEach(senders::add);
        }
        for (String user : users) {
            visibility
                    .members(call.app())
                    .filter(member -> member.id().equalsIgnoreCase(user))
                    .findFirst()
                    .ifPresentOrElse(member -> senders.add(member.id()), () -> add(invalid, "user_list", user));
        }
        departments.forEach(department -> party(call, department, senders, invalid));
        if (senders.isEmpty()) {
            throw new io.tilth.sandbox.api.ApiError(41062, "no valid sender");
        }
        return List.copyOf(senders);
    }

    private void party(Call call, String name, Set<String> senders, Map<String, List<String>> invalid) {
        int id = name.matches("\\d{1,9}") ? Integer.parseInt(name) : 0;
        if (!platform.world()
                .table(Department.class)
                .has(Department.key(call.corp().id(), id))) {
            add(invalid, "department_list", name);
            return;
        }
        var below = visibility.below(call.corp().id(), id);
        visibility
                .members(call.app())
                .filter(member -> member.departments().stream().anyMatch(below::contains))
                .map(Member::id)
                .forEach(senders::add);
    }

    private List<String> tags(Call call, Map<String, List<String>> invalid) {
        var known = new ArrayList<String>();
        var wanted =
                call.body().path("visible_range").path("external_contact_list").path("tag_list");
        for (String tag : Call.texts(wanted)) {
            if (platform.world().table(Tag.class).has(call.key(tag))) {
                known.add(tag);
            } else {
                add(invalid, "tag_list", tag);
            }
        }
        return known;
    }

    private static void add(Map<String, List<String>> invalid, String list, String name) {
        invalid.computeIfAbsent(list, any -> new ArrayList<>()).add(name);
    }

    private Answer result(Call call) {
        Instant now = platform.clock().instant();
        String job = call.text("jobid", Code.EMPTY_PARAMETER);
        var moment = moments.of(call.corp().id())
                .filter(found -> found.job().equals(job) && !found.isJobForgotten(now))
                .findFirst()
                .orElseThrow(() -> Code.BAD_PARAMETER.error("jobid"));
        var invalid = moment.invalid();
        return Answer.of(
                "status", moment.status(now),
                "type", "add_moment_task",
                "result",
                        Json.object(
                                "errcode",
                                0,
                                "errmsg",
                                "ok",
                                "moment_id",
                                moment.isThere(now) ? moment.id() : "",
                                "invalid_sender_list",
                                Json.object(
                                        "user_list", invalid.getOrDefault("user_list", List.of()),
                                        "department_list",
                                                invalid.getOrDefault("department_list", List.of()).stream()
                                                        .map(name -> name.matches("\\d{1,9}")
                                                                ? (Object) Integer.valueOf(name)
                                                                : name)),
                                "invalid_external_contact_list",
                                Json.object("tag_list", invalid.getOrDefault("tag_list", List.of()))));
    }
}
