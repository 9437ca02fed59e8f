package io.tilth.sandbox.contactway;

import io.tilth.sandbox.Platform;
import io.tilth.sandbox.api.Answer;
import io.tilth.sandbox.api.Area;
import io.tilth.sandbox.api.Call;
import io.tilth.sandbox.api.Code;
import io.tilth.sandbox.api.Json;
import io.tilth.sandbox.api.Page;
import io.tilth.sandbox.api.Routes;
import io.tilth.sandbox.corp.Department;
import io.tilth.sandbox.corp.Member;
import io.tilth.sandbox.corp.Visibility;
import io.tilth.sandbox.groupchat.JoinWay;
import io.tilth.sandbox.world.Change;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** 「联系我」: made, read, changed and ended by the app that owns them. */
public final class ContactWayApi implements Area {
    private static final int MEMBERS = 100;
    private static final int QUOTA = 500_000;
    private static final int TEMPORARY_A_DAY = 100_000;
    private static final int TEXT = 30;
    private static final Duration WEEK = Duration.ofDays(7);
    private static final Duration LONGEST = Duration.ofDays(14);
    private static final Duration LISTED = Duration.ofDays(90);

    private final Platform platform;
    private final Visibility visibility;

    public ContactWayApi(Platform platform) {
        this.platform = platform;
        this.visibility = new Visibility(platform.world());
    }

    @Override
    public void enter(Routes routes) {
        routes.write("/cgi-bin/externalcontact/add_contact_way", this::add)
                .read("/cgi-bin/externalcontact/get_contact_way", call -> Answer.of("contact_way", json(own(call))))
                .read("/cgi-bin/externalcontact/list_contact_way", this::list)
                .write("/cgi-bin/externalcontact/update_contact_way", this::update)
                .write("/cgi-bin/externalcontact/del_contact_way", this::delete)
                .write("/cgi-bin/externalcontact/close_temp_chat", this::closeTemporaryChat);
    }

    private Answer add(Call call, Change change) {
        Code.CONTACT_WAY_TYPE.unless(call.has("type"));
        Code.CONTACT_WAY_NO_SCENE.unless(call.has("scene"));
        int type = call.integer("type", 0);
        int scene = call.integer("scene", 0);
        Code.CONTACT_WAY_BAD_TYPE.unless(type == 1 || type == 2);
        Code.CONTACT_WAY_BAD_SCENE.unless(scene == 1 || scene == 2);
        // As recorded from the platform: a style belongs to a button alone.
        Code.CONTACT_WAY_BAD_SCENE.unless(scene == 1 || !call.has("style"));
        quota(call);
        var blank = new ContactWay(
                call.corp().id(),
                platform.ids().hex(32),
                call.app().agent(),
                type,
                scene,
                call.integer("style", scene == 1 ? 1 : 0),
                "",
                true,
                "",
                List.of(),
                List.of(),
                call.flag("is_temp", false),
                WEEK.toSeconds(),
                Duration.ofDays(1).toSeconds(),
                "",
                false,
                "",
                platform.clock().instant());
        var way = checked(call, edited(call, blank));
        change.put(way);
        return Answer.of("config_id", way.id(), "qr_code", scene == 2 ? picture(way) : null);
    }

    /** Temporary ones are not listed. */
    private Answer list(Call call) {
        var now = platform.clock().seconds();
        long from = call.number("start_time", now - LISTED.toSeconds());
        long to = call.number("end_time", now);
        var page = Page.of(
                call,
                call.limit(100, 1_000),
                behind -> ways(call, behind)
                        .filter(way -> !way.temporary()
                                && way.at().getEpochSecond() >= from
                                && way.at().getEpochSecond() <= to));
        return Answer.of(
                "contact_way",
                page.items().stream().map(way -> Json.object("config_id", way.id())),
                "next_cursor",
                Json.orNull(page.next()));
    }

    private Answer update(Call call, Change change) {
        change.put(checked(call, edited(call, own(call))));
        return Answer.ok();
    }

    private Answer delete(Call call, Change change) {
        change.remove(own(call));
        return Answer.ok();
    }

    private Answer closeTemporaryChat(Call call, Change change) {
        var follow = platform.contacts().follow(call);
        boolean temporary = platform.world()
                .table(ContactWay.class)
                .under(follow.corp() + "/")
                .anyMatch(way -> way.temporary() && way.state().equals(follow.state()));
        Code.NO_RELATION.unless(temporary);
        platform.chats()
                .say(
                        change,
                        follow.corp(),
                        io.tilth.sandbox.chat.ChatMessage.between(follow.user(), follow.customer()),
                        "",
                        "note",
                        Json.object("content", "临时会话已结束"));
        return Answer.ok();
    }

    private ContactWay edited(Call call, ContactWay before) {
        boolean replaces = call.has("user") || call.has("party");
        return new ContactWay(
                before.corp(),
                before.id(),
                before.agent(),
                before.type(),
                before.scene(),
                call.integer("style", before.style()),
                call.has("remark") ? call.text("remark", TEXT) : before.remark(),
                call.flag("skip_verify", before.skipVerify()),
                call.has("state") ? call.text("state", TEXT) : before.state(),
                replaces ? call.texts("user") : before.users(),
                replaces ? call.integers("party") : before.parties(),
                before.temporary(),
                span(call, "expires_in", before.expiresIn()),
                span(call, "chat_expires_in", before.chatExpiresIn()),
                call.has("unionid") ? call.text("unionid") : before.unionid(),
                call.flag("is_exclusive", before.exclusive()),
                call.has("conclusions") ? call.field("conclusions").toString() : before.conclusions(),
                before.at());
    }

    private ContactWay checked(Call call, ContactWay way) {
        Code.CONTACT_WAY_STYLE.unless(way.scene() == 2 || way.style() >= 1 && way.style() <= 3);
        if (way.type() == 1) {
            Code.CONTACT_WAY_USERS.unless(
                    way.users().size() <= 1 && way.parties().isEmpty());
        }
        Code.EMPTY_PARAMETER.unless(!way.users().isEmpty() || !way.parties().isEmpty());
        Code.BAD_PARAMETER.unless(!way.temporary() || way.type() == 1);
        var members = new HashSet<String>();
        way.users().forEach(user -> members.add(usable(call, user).key()));
        way.parties().forEach(party -> below(call, party).map(Member::key).forEach(members::add));
        Code.CONTACT_WAY_USERS.unless(members.size() <= MEMBERS);
        if (!way.conclusions().isEmpty()) {
            Conclusions.check(Json.MAPPER.readTree(way.conclusions()));
        }
        return way;
    }

    private Member usable(Call call, String user) {
        var member = platform.contacts().member(call.app(), user);
        Code.NOT_ACTIVATED.unless(member.isActive());
        Code.NOT_REAL_NAME.unless(member.realName());
        Code.NO_CUSTOMER_RIGHT.unless(member.servesCustomers());
        return member;
    }

    private java.util.stream.Stream<Member> below(Call call, int party) {
        Code.NO_SUCH_DEPARTMENT.unless(platform.world().table(Department.class).has(call.key(party)));
        var departments = visibility.below(call.corp().id(), party);
        return visibility
                .members(call.app())
                .filter(member -> member.departments().stream().anyMatch(departments::contains));
    }

    private void quota(Call call) {
        String corp = call.corp().id() + "/";
        long there = platform.world().table(ContactWay.class).under(corp).count()
                + platform.world().table(JoinWay.class).under(corp).count();
        Code.CONTACT_WAY_QUOTA.unless(there < QUOTA);
        if (call.flag("is_temp", false)) {
            var since = platform.clock().instant().minus(Duration.ofDays(1));
            Code.CONTACT_WAY_QUOTA.unless(ways(call, "")
                            .filter(way -> way.temporary() && way.at().isAfter(since))
                            .count()
                    < TEMPORARY_A_DAY);
        }
    }

    /** A way of this very app: others are as good as unknown. */
    private ContactWay own(Call call) {
        String id = call.text("config_id", Code.CONTACT_WAY_MISSING);
        return platform.world()
                .find(ContactWay.class, call.key(id))
                .filter(way -> way.agent() == call.app().agent())
                .orElseThrow(Code.CONTACT_WAY_UNKNOWN::error);
    }

    private java.util.stream.Stream<ContactWay> ways(Call call, String behind) {
        return platform.world()
                .table(ContactWay.class)
                .under(call.corp().id() + "/", behind)
                .filter(way -> way.agent() == call.app().agent());
    }

    private static long span(Call call, String field, long otherwise) {
        long seconds = call.number(field, otherwise);
        Code.BAD_PARAMETER.unless(seconds >= 0 && seconds <= LONGEST.toSeconds());
        return seconds;
    }

    private String picture(ContactWay way) {
        return platform.qrCodes().picture(way.id());
    }

    private ObjectNode json(ContactWay way) {
        boolean code = way.scene() == 2;
        JsonNode conclusions = way.conclusions().isEmpty()
                ? null
                : Conclusions.shown(Json.MAPPER.readTree(way.conclusions()), platform.url());
        return Json.object(
                "config_id", way.id(),
                "type", way.type(),
                "scene", way.scene(),
                "style", code ? null : way.style(),
                "remark", way.remark(),
                "skip_verify", way.skipVerify(),
                "state", way.state(),
                "qr_code", code ? picture(way) : null,
                "user", way.users(),
                "party", way.parties(),
                "is_temp", way.temporary(),
                "expires_in", way.temporary() ? way.expiresIn() : null,
                "chat_expires_in", way.temporary() ? way.chatExpiresIn() : null,
                "unionid", Json.orNull(way.unionid()),
                "is_exclusive", way.exclusive(),
                "conclusions", conclusions);
    }
}
