package io.tilth.sandbox.moment;

import io.tilth.sandbox.Platform;
import io.tilth.sandbox.api.Answer;
import io.tilth.sandbox.api.Area;
import io.tilth.sandbox.api.Call;
import io.tilth.sandbox.api.Code;
import io.tilth.sandbox.api.Json;
import io.tilth.sandbox.api.Page;
import io.tilth.sandbox.api.Routes;
import io.tilth.sandbox.world.Change;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** What tells of moments: lists, tasks, who may see them, likes and comments. */
public final class MomentApi implements Area {
    private static final String PATH = "/cgi-bin/externalcontact/";
    private static final Duration LONGEST_LIST = Duration.ofDays(31);

    private final Platform platform;
    private final Moments moments;

    public MomentApi(Platform platform, Moments moments) {
        this.platform = platform;
        this.moments = moments;
    }

    @Override
    public void enter(Routes routes) {
        routes.read(PATH + "get_moment_list", this::list)
                .read(PATH + "get_moment_task", this::tasks)
                .read(PATH + "get_moment_customer_list", this::customers)
                .read(PATH + "get_moment_send_result", this::results)
                .read(PATH + "get_moment_comments", this::comments)
                .write(PATH + "cancel_moment_task", this::cancel);
    }

    private Answer list(Call call) {
        var now = platform.clock().instant();
        var from = Instant.ofEpochSecond(call.number("start_time", 0));
        var to = Instant.ofEpochSecond(call.number("end_time", 0));
        Code.BAD_PARAMETER.unless(
                from.isBefore(to) && Duration.between(from, to).compareTo(LONGEST_LIST) <= 0);
        boolean made =
                call.integer("filter_type", 2) != 1 && call.text("creator").isEmpty();
        var page = Page.of(
                call,
                call.limit(20, 20),
                behind -> platform.world()
                        .table(Moment.class)
                        .under(call.corp().id() + "/", behind)
                        .filter(moment -> made && moment.isThere(now) && !moment.cancelled())
                        .filter(moment ->
                                !moment.at().isBefore(from) && !moment.at().isAfter(to)));
        return Answer.of(
                "next_cursor", page.next(), "moment_list", page.items().stream().map(Moment::json));
    }

    private Answer tasks(Call call) {
        var moment = need(call);
        return listed(
                call,
                call.limit(500, 1000),
                "task_list",
                moment.senders(),
                user -> Json.object(
                        "userid",
                        user,
                        "publish_status",
                        Json.bit(moments.publication(moment.corp(), moment.id(), user)
                                .isPresent())));
    }

    /** To whom the member is to show it. */
    private Answer customers(Call call) {
        var moment = need(call);
        var member = platform.contacts().member(call, "userid");
        return listed(
                call,
                call.limit(500, 1000),
                "customer_list",
                moments.audience(moment, member),
                id -> Json.object("userid", member.id(), "external_userid", id));
    }

    /** Who can see it since it was published. */
    private Answer results(Call call) {
        var moment = need(call);
        var seen = moments.publication(moment.corp(), moment.id(), call.text("userid", Code.MISSING_USER))
                .map(Publication::customers)
                .orElse(List.of());
        return listed(call, call.limit(3000, 5000), "customer_list", seen, id -> Json.object("external_userid", id));
    }

    private Answer comments(Call call) {
        var moment = need(call);
        String prefix = Reaction.prefix(moment.corp(), moment.id(), call.text("userid", Code.MISSING_USER));
        return Answer.of(
                "comment_list", reactions(prefix, reaction -> !reaction.isLike()),
                "like_list", reactions(prefix, Reaction::isLike));
    }

    private Stream<ObjectNode> reactions(String prefix, Predicate<Reaction> wanted) {
        return platform.world()
                .table(Reaction.class)
                .under(prefix)
                .filter(wanted)
                .map(reaction -> Json.object("external_userid", reaction.customer(), "create_time", reaction.at()));
    }

    private Answer cancel(Call call, Change change) {
        change.put(need(call).cancel());
        return Answer.ok();
    }

    private Moment need(Call call) {
        String id = call.text("moment_id");
        if (id.isEmpty()) {
            throw new io.tilth.sandbox.api.ApiError(41059, "missing moment_id");
        }
        return moments.find(call.corp().id(), id)
                .orElseThrow(() -> new io.tilth.sandbox.api.ApiError(41060, "invalid moment_id"));
    }

    /** A page of a list that is not kept row by row; its cursor is a place. */
    private static Answer listed(
            Call call,
            int limit,
            String name,
            List<String> items,
            java.util.function.Function<String, ObjectNode> json) {
        String cursor = Page.read(call.text("cursor"));
        int from = cursor.isEmpty() ? 0 : Integer.parseInt(cursor);
        var shown = new ArrayList<ObjectNode>();
        items.stream().skip(from).limit(limit).map(json).forEach(shown::add);
        int next = from + shown.size();
        return Answer.of(name, shown, "next_cursor", next < items.size() ? Page.cursor(Integer.toString(next)) : "");
    }
}
