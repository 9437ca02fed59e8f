package io.tilth.sandbox.actor;

import io.tilth.sandbox.Platform;
import io.tilth.sandbox.callback.Event;
import io.tilth.sandbox.corp.App;
import io.tilth.sandbox.corp.Corp;
import io.tilth.sandbox.corp.Department;
import io.tilth.sandbox.corp.Member;
import io.tilth.sandbox.tag.Tag;
import io.tilth.sandbox.tag.TagGroup;
import io.tilth.sandbox.tag.Tags;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.UnaryOperator;

/** What an admin can do in the company's console. */
public final class AdminDeeds extends Deeds {
    private static final int CONSOLE = 0;

    AdminDeeds(Platform platform) {
        super(platform);
    }

    public Member take(Member member) {
        return act(change -> {
            platform.callbacks().say(change, member.corp(), platform.directory().join(change, member));
            return member;
        });
    }

    public Member edit(String corp, String user, UnaryOperator<Member> edit) {
        return act(change -> {
            var before = member(corp, user);
            var after = edit.apply(before);
            platform.callbacks().say(change, corp, platform.directory().edit(change, before, after));
            return after;
        });
    }

    /** The member leaves the company; customers and groups wait for an heir. */
    public void dismiss(String corp, String user) {
        act(change -> {
            var member = member(corp, user);
            platform.callbacks().say(change, corp, platform.directory().leave(change, member));
            return member;
        });
    }

    public Department open(String corp, String name, int parent) {
        return act(change -> {
            var department = new Department(corp, platform.directory().nextDepartment(corp), name, parent, 0);
            platform.callbacks().say(change, corp, platform.directory().open(change, department));
            return department;
        });
    }

    public Department rename(String corp, int id, String name) {
        return act(change -> {
            var before = department(corp, id);
            var after = new Department(corp, id, name, before.parent(), before.order());
            platform.callbacks().say(change, corp, platform.directory().edit(change, after));
            return after;
        });
    }

    public void close(String corp, int id) {
        act(change -> {
            var department = department(corp, id);
            platform.callbacks().say(change, corp, platform.directory().close(change, department));
            return department;
        });
    }

    public TagGroup openTags(String corp, String group, List<String> names) {
        return act(change -> {
            var opened = platform.tags().open(change, corp, new Tags.Named(group, 0), CONSOLE);
            platform.callbacks().say(change, corp, Tags.event("create", opened));
            var tags = names.stream().map(name -> new Tags.Named(name, 0)).toList();
            platform.tags()
                    .add(change, opened, tags, CONSOLE)
                    .forEach(tag -> platform.callbacks().say(change, corp, Tags.event("create", tag)));
            return opened;
        });
    }

    public Tag addTag(String corp, String group, String name) {
        return act(change -> {
            var there = platform.tags().group(corp, group).orElseThrow();
            var tag = platform.tags()
                    .add(change, there, List.of(new Tags.Named(name, 0)), CONSOLE)
                    .getFirst();
            platform.callbacks().say(change, corp, Tags.event("create", tag));
            return tag;
        });
    }

    public Tag renameTag(String corp, String id, String name) {
        return act(change -> {
            var tag = platform.tags().tag(corp, id).orElseThrow();
            var renamed = tag.edited(name, tag.order());
            change.put(renamed);
            platform.callbacks().say(change, corp, Tags.event("update", renamed));
            return renamed;
        });
    }

    public void deleteTag(String corp, String id) {
        act(change -> {
            var tag = platform.tags().tag(corp, id).orElseThrow();
            List<Event> events = platform.tags().delete(change, corp, List.of(tag));
            events.forEach(event -> platform.callbacks().say(change, corp, event));
            return tag;
        });
    }

    /** Changes an app's settings: its scope, rights, trusted addresses, domain … */
    public App set(String corp, int agent, UnaryOperator<App> edit) {
        return act(change -> {
            var app = edit.apply(change.find(App.class, App.key(corp, agent)).orElseThrow());
            change.put(app);
            return app;
        });
    }

    /** Another app of the company. */
    public App install(App app) {
        return act(change -> {
            change.put(app);
            return app;
        });
    }

    /** Changes what holds for the whole company. */
    public Corp set(String corp, UnaryOperator<Corp> edit) {
        return act(change -> {
            var edited = edit.apply(change.find(Corp.class, corp).orElseThrow());
            change.put(edited);
            return edited;
        });
    }

    private Department department(String corp, int id) {
        return platform.world()
                .find(Department.class, Department.key(corp, id))
                .orElseThrow(() -> new NoSuchElementException("There is no department " + id));
    }
}
