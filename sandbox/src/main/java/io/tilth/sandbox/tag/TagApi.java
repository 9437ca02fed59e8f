package io.tilth.sandbox.tag;

import io.tilth.sandbox.Platform;
import io.tilth.sandbox.api.Answer;
import io.tilth.sandbox.api.Area;
import io.tilth.sandbox.api.Call;
import io.tilth.sandbox.api.Code;
import io.tilth.sandbox.api.Json;
import io.tilth.sandbox.api.Routes;
import io.tilth.sandbox.contact.Contacts;
import io.tilth.sandbox.contact.Friendships;
import io.tilth.sandbox.world.Change;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** Corp tags: the list, its upkeep by the app that made them, and marking customers. */
public final class TagApi implements Area {
    private final Platform platform;
    private final Contacts contacts;
    private final Tags tags;

    public TagApi(Platform platform, Contacts contacts, Tags tags) {
        this.platform = platform;
        this.contacts = contacts;
        this.tags = tags;
    }

    @Override
    public void enter(Routes routes) {
        routes.read("/cgi-bin/externalcontact/get_corp_tag_list", this::list)
                .write("/cgi-bin/externalcontact/add_corp_tag", this::add)
                .write("/cgi-bin/externalcontact/edit_corp_tag", this::edit)
                .write("/cgi-bin/externalcontact/del_corp_tag", this::delete)
                .write("/cgi-bin/externalcontact/mark_tag", this::mark);
    }

    /** Deleted ones are told of only to who asks for them by id; groups win over tags. */
    private Answer list(Call call) {
        String corp = call.corp().id();
        Set<String> groups = Set.copyOf(call.texts("group_id"));
        Set<String> wanted = groups.isEmpty() ? Set.copyOf(call.texts("tag_id")) : Set.of();
        boolean all = groups.isEmpty() && wanted.isEmpty();
        var found = tags.groups(corp)
                .filter(group -> all ? !group.deleted() : groups.isEmpty() || groups.contains(group.id()))
                .map(group -> json(
                        group,
                        tags.in(group)
                                .filter(tag -> all ? !tag.deleted() : wanted.isEmpty() || wanted.contains(tag.id()))
                                .toList(),
                        true))
                .filter(group -> all || !group.path("tag").isEmpty());
        return Answer.of("tag_group", found);
    }

    private Answer add(Call call, Change change) {
        String corp = call.corp().id();
        var wanted = new LinkedHashSet<Tags.Named>();
        call.field("tag")
                .forEach(tag -> wanted.add(
                        named(tag.path("name").asString(""), tag.path("order").asLong(0))));
        Code.EMPTY_PARAMETER.unless(!wanted.isEmpty());
        TagGroup group;
        if (call.has("group_id")) {
            group = tags.group(corp, call.text("group_id")).orElseThrow(Code.BAD_TAG::error);
        } else {
            var name = named(call.text("group_name"), call.number("order", 0));
            group = tags.groupNamed(corp, name.name())
                    .orElseGet(() -> tags.open(change, corp, name, call.app().agent()));
        }
        var made = tags.add(change, group, List.copyOf(wanted), call.app().agent());
        made.forEach(tag -> platform.callbacks().echo(change, corp, Tags.event("create", tag)));
        return Answer.of("tag_group", json(group, made, false));
    }

    private Answer edit(Call call, Change change) {
        String id = call.text("id", Code.EMPTY_PARAMETER);
        String corp = call.corp().id();
        var name = call.text("name", Tags.NAME_LENGTH);
        var tag = tags.tag(corp, id);
        if (tag.isPresent()) {
            own(call, tag.get().agent());
            var edited = tag.get()
                    .edited(
                            name.isEmpty() ? tag.get().name() : name,
                            call.number("order", tag.get().order()));
            change.put(edited);
            platform.callbacks().echo(change, corp, Tags.event("update", edited));
        } else {
            var group = tags.group(corp, id).orElseThrow(Code.BAD_TAG::error);
            own(call, group.agent());
            var edited = group.edited(name.isEmpty() ? group.name() : name, call.number("order", group.order()));
            change.put(edited);
            platform.callbacks().echo(change, corp, Tags.event("update", edited));
        }
        return Answer.ok();
    }

    private Answer delete(Call call, Change change) {
        String corp = call.corp().id();
        Code.EMPTY_PARAMETER.unless(call.has("tag_id") || call.has("group_id"));
        var gone = new LinkedHashSet<Tag>();
        for (String id : call.texts("group_id")) {
            var group = tags.group(corp, id).orElseThrow(Code.BAD_TAG::error);
            own(call, group.agent());
            tags.in(group).filter(tag -> !tag.deleted()).forEach(gone::add);
        }
        for (String id : call.texts("tag_id")) {
            gone.add(tags.tag(corp, id).orElseThrow(Code.BAD_TAG::error));
        }
        gone.forEach(tag -> own(call, tag.agent()));
        tags.delete(change, corp, gone).forEach(event -> platform.callbacks().echo(change, corp, event));
        return Answer.ok();
    }

    private Answer mark(Call call, Change change) {
        var follow = contacts.follow(call);
        var more = call.texts("add_tag");
        var fewer = call.texts("remove_tag");
        Code.EMPTY_PARAMETER.unless(!more.isEmpty() || !fewer.isEmpty());
        Stream.concat(more.stream(), fewer.stream())
                .forEach(id -> Code.BAD_TAG.unless(tags.tag(follow.corp(), id).isPresent()));
        var marked = new LinkedHashSet<>(follow.tags());
        marked.addAll(more);
        marked.removeAll(new HashSet<>(fewer));
        var edited = follow.tagged(List.copyOf(marked));
        change.put(edited);
        platform.callbacks().echo(change, follow.corp(), Friendships.edited(edited));
        return Answer.ok();
    }

    private static Tags.Named named(String name, long order) {
        Code.EMPTY_PARAMETER.unless(!name.isEmpty());
        Code.BAD_PARAMETER.unless(
                name.codePointCount(0, name.length()) <= Tags.NAME_LENGTH && order >= 0 && order < 1L << 32);
        return new Tags.Named(name, order);
    }

    /** An app edits only what it made itself. */
    private static void own(Call call, int agent) {
        Code.NO_RIGHT.unless(agent == call.app().agent());
    }

    private static ObjectNode json(TagGroup group, List<Tag> tags, boolean withDeleted) {
        return Json.object(
                "group_id", group.id(),
                "group_name", group.name(),
                "create_time", group.at(),
                "order", group.order(),
                "deleted", withDeleted ? group.deleted() : null,
                "tag", tags.stream().map(tag -> json(tag, withDeleted)).collect(Collectors.toList()));
    }

    private static ObjectNode json(Tag tag, boolean withDeleted) {
        return Json.object(
                "id", tag.id(),
                "name", tag.name(),
                "create_time", tag.at(),
                "order", tag.order(),
                "deleted", withDeleted ? tag.deleted() : null);
    }
}
