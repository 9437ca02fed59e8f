package io.tilth.sandbox.corp;

import io.tilth.sandbox.Platform;
import io.tilth.sandbox.callback.Event;
import io.tilth.sandbox.groupchat.GroupChat;
import io.tilth.sandbox.world.Change;
import java.util.List;
import java.util.stream.Collectors;

/** How members and departments come, change and go, and what there is to say of it. */
public final class Directory {
    private static final String EVENT = "change_contact";
    private static final int OWNER_LEFT = 1;

    private final Platform platform;

    public Directory(Platform platform) {
        this.platform = platform;
    }

    public Event join(Change change, Member member) {
        change.put(member);
        return describe(event("create_user", member.id()), member);
    }

    /** A new id is told of under NewUserID. */
    public Event edit(Change change, Member before, Member after) {
        var event = event("update_user", before.id());
        if (!before.key().equals(after.key())) {
            change.remove(before);
            event = event.text("NewUserID", after.id());
        }
        change.put(after);
        return describe(event, after);
    }

    /** The member is gone from the directory, but remembered, since customers and groups wait to be inherited. */
    public Event leave(Change change, Member member) {
        change.put(member.with(Member.Status.LEFT));
        platform.world()
                .table(GroupChat.class)
                .under(member.corp() + "/")
                .filter(chat -> !chat.dismissed() && chat.owner().equalsIgnoreCase(member.id()))
                .forEach(chat -> change.put(chat.ownedBy(chat.owner(), OWNER_LEFT)));
        change.put(new Departure(member.corp(), member.id(), platform.clock().instant()));
        return event("delete_user", member.id());
    }

    public Event open(Change change, Department department) {
        change.put(department);
        return describe("create_party", department);
    }

    public Event edit(Change change, Department department) {
        change.put(department);
        return describe("update_party", department);
    }

    public Event close(Change change, Department department) {
        change.remove(department);
        return Event.of(EVENT, "delete_party").about("departments").number("Id", department.id());
    }

    /** A number for a new department. */
    public int nextDepartment(String corp) {
        return platform.world()
                        .table(Department.class)
                        .under(corp + "/")
                        .mapToInt(Department::id)
                        .max()
                        .orElse(0)
                + 1;
    }

    private static Event event(String changeType, String user) {
        return Event.of(EVENT, changeType).about(user).text("UserID", user);
    }

    private static Event describe(Event event, Member member) {
        return event.text("Name", member.name())
                .text("Department", commas(member.departments()))
                .number("MainDepartment", member.departments().getFirst())
                .text("IsLeaderInDept", commas(leads(member)))
                .text("Position", member.position())
                .number("Status", member.status().number())
                .text("Alias", member.alias());
    }

    private static Event describe(String changeType, Department department) {
        return Event.of(EVENT, changeType)
                .about("departments")
                .number("Id", department.id())
                .text("Name", department.name())
                .number("ParentId", department.parent())
                .number("Order", department.order());
    }

    /** For each of its departments 1 if it leads there, else 0. */
    static List<Integer> leads(Member member) {
        return member.departments().stream()
                .map(department -> member.leads().contains(department) ? 1 : 0)
                .toList();
    }

    private static String commas(List<Integer> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(","));
    }
}
