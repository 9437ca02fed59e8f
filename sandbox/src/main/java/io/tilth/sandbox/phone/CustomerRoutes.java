package io.tilth.sandbox.phone;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.tilth.sandbox.Platform;
import io.tilth.sandbox.actor.Actors;
import io.tilth.sandbox.contact.Follow;
import io.tilth.sandbox.contact.Person;
import io.tilth.sandbox.corp.Member;
import io.tilth.sandbox.phone.View.Bond;
import io.tilth.sandbox.phone.View.ChosenTag;
import io.tilth.sandbox.phone.View.ChosenTags;
import io.tilth.sandbox.phone.View.Face;
import io.tilth.sandbox.phone.View.Page;
import io.tilth.sandbox.phone.View.Row;
import io.tilth.sandbox.tag.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Stream;

/** The member's customers: found, noted, tagged, deleted. */
final class CustomerRoutes {
    private static final String PHONE = Phone.ROOT + "/wecom/{member}";
    private static final String ONE = PHONE + "/customers/{person}";
    private static final int SHOWN = 30;
    private static final Map<Integer, String> WAYS =
            Map.of(1, "扫描二维码", 2, "搜索手机号", 3, "名片分享", 4, "群聊", 5, "手机通讯录", 16, "获客链接", 201, "内部成员共享", 202, "管理员分配");

    private final Platform platform;
    private final Actors actors;
    private final Faces faces;

    CustomerRoutes(Platform platform, Actors actors, Faces faces) {
        this.platform = platform;
        this.actors = actors;
        this.faces = faces;
    }

    void serve(RoutesConfig http, Web web) {
        http.get(PHONE + "/customers", web.read(this::customers));
        http.get(PHONE + "/faces", web.read(this::faces));
        http.get(ONE, web.read(this::customer));
        http.post(ONE + "/remark", web.silent(this::remark));
        http.post(ONE + "/tags", web.silent(this::tag));
        http.post(ONE + "/delete", web.silent(this::delete));
    }

    private Object customers(Context http) {
        int limit = http.queryParamAsClass("limit", Integer.class).getOrDefault(SHOWN);
        var all = matching(http).toList();
        return new Page<>(all.stream().limit(limit).map(this::row).toList(), all.size());
    }

    private Object faces(Context http) {
        var all = matching(http)
                .filter(found -> found.follow().bond() == Follow.Bond.FULL)
                .toList();
        return new Page<>(all.stream().limit(SHOWN).map(Found::face).toList(), all.size());
    }

    private Row row(Found found) {
        var follow = found.follow();
        String tags = follow.tags().stream()
                .flatMap(id -> platform.tags().tag(follow.corp(), id).stream())
                .map(Tag::name)
                .reduce((one, other) -> one + " · " + other)
                .orElse("");
        return new Row(
                found.person().id(),
                View.Kind.CUSTOMER,
                found.face(),
                tags,
                Optional.of(follow.at()),
                0,
                WeComChats.bond(follow.bond()));
    }

    private Stream<Found> matching(Context http) {
        String words = Optional.ofNullable(http.queryParam("q")).orElse("").strip();
        var member = member(http);
        return platform.contacts()
                .of(member)
                .flatMap(follow -> platform.contacts().person(follow.corp(), follow.customer()).stream()
                        .map(person -> new Found(follow, person)))
                .filter(found -> words.isEmpty() || found.matches(words) || hasTag(found.follow(), words));
    }

    private boolean hasTag(Follow follow, String words) {
        return follow.tags().stream()
                .flatMap(id -> platform.tags().tag(follow.corp(), id).stream())
                .anyMatch(tag -> tag.name().contains(words));
    }

    private Object customer(Context http) {
        var person = faces.person(http.pathParam("person"));
        var member = member(http);
        var known = actors.customers().known(member.corp(), person);
        var found = platform.contacts().follow(member.corp(), member.id(), known.id());
        var follow = found.orElseThrow(() -> new NoSuchElementException("这位客户已经不在你的列表里"));
        return new View.Follow(
                Face.of(person.id(), person.name(), person.company()),
                follow.customer(),
                person.name(),
                follow.remark(),
                follow.description(),
                follow.company(),
                follow.mobiles(),
                follow.at(),
                WAYS.getOrDefault(follow.addWay(), "其他"),
                follow.state(),
                WeComChats.bond(follow.bond()),
                tags(follow));
    }

    private List<ChosenTags> tags(Follow follow) {
        return platform.tags()
                .groups(follow.corp())
                .filter(group -> !group.deleted())
                .map(group -> new ChosenTags(
                        group.name(),
                        platform.tags()
                                .in(group)
                                .filter(tag -> !tag.deleted())
                                .map(tag -> new ChosenTag(
                                        tag.id(), tag.name(), follow.tags().contains(tag.id())))
                                .toList()))
                .toList();
    }

    private void remark(Context http) {
        var follow = follow(http);
        var body = Web.body(http);
        actors.members()
                .remark(
                        follow.corp(),
                        follow.user(),
                        follow.customer(),
                        Web.text(body, "remark").strip(),
                        Web.text(body, "description").strip());
    }

    private void tag(Context http) {
        var follow = follow(http);
        var body = Web.body(http);
        var tags = new ArrayList<>(follow.tags());
        tags.remove(Web.text(body, "tag"));
        if (body.path("chosen").asBoolean(false)) {
            tags.add(Web.text(body, "tag"));
        }
        actors.members().tag(follow.corp(), follow.user(), follow.customer(), tags);
    }

    private void delete(Context http) {
        var follow = follow(http);
        actors.members().delete(follow.corp(), follow.user(), follow.customer());
    }

    private Follow follow(Context http) {
        var member = member(http);
        var known = actors.customers().known(member.corp(), faces.person(http.pathParam("person")));
        return platform.contacts()
                .follow(member.corp(), member.id(), known.id())
                .filter(follow -> WeComChats.bond(follow.bond()) != Bond.GONE)
                .orElseThrow(() -> new NoSuchElementException("这位客户已经不是你的好友"));
    }

    private Member member(Context http) {
        return faces.member(http.pathParam("member"));
    }

    /** A friendship with the person behind it. */
    private record Found(Follow follow, Person person) {
        boolean matches(String words) {
            return person.name().contains(words)
                    || follow.remark().contains(words)
                    || follow.mobiles().stream().anyMatch(mobile -> mobile.contains(words));
        }

        Face face() {
            return WeComChats.named(person, Optional.of(follow));
        }
    }
}
