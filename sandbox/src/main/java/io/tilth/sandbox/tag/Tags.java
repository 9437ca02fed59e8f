package io.tilth.sandbox.tag;

import io.tilth.sandbox.Platform;
import io.tilth.sandbox.api.Code;
import io.tilth.sandbox.callback.Event;
import io.tilth.sandbox.contact.Follow;
import io.tilth.sandbox.world.Change;
import io.tilth.sandbox.world.Index;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The corp tags of all companies and what can happen to them. */
public final class Tags {
    static final int NAME_LENGTH = 30;
    private static final int MOST = 3_000;
    private static final String EVENT = "change_external_tag";

    private final Platform platform;
    private final Index<Tag> inGroup;

    public Tags(Platform platform) {
        this.platform = platform;
        this.inGroup = platform.world().table(Tag.class).index(tag -> TagGroup.key(tag.corp(), tag.group()));
    }

    /** All groups, also deleted ones, the larger order first. */
    public Stream<TagGroup> groups(String corp) {
        return platform.world()
                .table(TagGroup.class)
                .under(corp + "/")
                .sorted(Comparator.comparing(TagGroup::order).reversed());
    }

    /** All its tags, also deleted ones, the larger order first. */
    public Stream<Tag> in(TagGroup group) {
        return inGroup.of(group.key()).sorted(Comparator.comparing(Tag::order).reversed());
    }

    public Optional<Tag> tag(String corp, String id) {
        return platform.world().find(Tag.class, Tag.key(corp, id)).filter(tag -> !tag.deleted());
    }

    public Optional<TagGroup> group(String corp, String id) {
        return platform.world().find(TagGroup.class, TagGroup.key(corp, id)).filter(group -> !group.deleted());
    }

    public Optional<TagGroup> groupNamed(String corp, String name) {
        return groups(corp)
                .filter(group -> !group.deleted() && group.name().equals(name))
                .findFirst();
    }

    public TagGroup open(Change change, String corp, Named name, int agent) {
        var now = platform.clock().instant();
        var group = new TagGroup(corp, platform.ids().id("et"), name.name(), name.order(), now, agent, false);
        change.put(group);
        return group;
    }

    /** Adds those whose names are new to the group. */
    public List<Tag> add(Change change, TagGroup group, List<Named> names, int agent) {
        long there = platform.world()
                .table(Tag.class)
                .under(group.corp() + "/")
                .filter(tag -> !tag.deleted())
                .count();
        Code.TOO_MANY.unless(there + names.size() <= MOST);
        Set<String> taken =
                in(group).filter(tag -> !tag.deleted()).map(Tag::name).collect(Collectors.toSet());
        var made = new ArrayList<Tag>();
        for (var name : names) {
            if (taken.add(name.name())) {
                var now = platform.clock().instant();
                made.add(new Tag(
                        group.corp(),
                        platform.ids().id("et"),
                        group.id(),
                        name.name(),
                        name.order(),
                        now,
                        agent,
                        false));
            }
        }
        made.forEach(change::put);
        return made;
    }

    /** Deletes tags, takes them from all customers, and deletes groups that are left empty; says what there is to say. */
    public List<Event> delete(Change change, String corp, Collection<Tag> gone) {
        Set<String> ids = gone.stream().map(Tag::id).collect(Collectors.toSet());
        var events = new ArrayList<Event>();
        for (var tag : gone) {
            change.put(tag.delete());
            events.add(event("delete", tag));
        }
        gone.stream()
                .map(Tag::group)
                .distinct()
                .flatMap(id -> group(corp, id).stream())
                .forEach(group -> {
                    if (in(group).allMatch(tag -> tag.deleted() || ids.contains(tag.id()))) {
                        change.put(group.delete());
                        events.add(event("delete", group));
                    }
                });
        platform.world()
                .table(Follow.class)
                .under(corp + "/")
                .filter(follow -> follow.tags().stream().anyMatch(ids::contains))
                .forEach(follow -> change.put(follow.tagged(
                        follow.tags().stream().filter(id -> !ids.contains(id)).toList())));
        return events;
    }

    /** News of a tag. */
    public static Event event(String changeType, Tag tag) {
        return event(changeType, tag.id(), "tag");
    }

    /** News of a group of tags. */
    public static Event event(String changeType, TagGroup group) {
        return event(changeType, group.id(), "tag_group");
    }

    private static Event event(String changeType, String id, String type) {
        return Event.of(EVENT)
                .about("tags")
                .text("Id", id)
                .text("TagType", type)
                .text("ChangeType", changeType);
    }

    /** A name and where it stands. Names decide whether two are the same. */
    public record Named(String name, long order) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Named named && named.name.equals(name);
        }

        @Override
        public int hashCode() {
            return name.hashCode();
        }
    }
}
