package io.tilth.sandbox.corp;

import io.tilth.sandbox.world.World;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Whom an app may see (可见范围). */
public final class Visibility {
    private final World world;

    public Visibility(World world) {
        this.world = world;
    }

    public boolean sees(App app, Member member) {
        var scope = app.scope();
        return scope.users().stream().anyMatch(member.id()::equalsIgnoreCase)
                || member.departments().stream().anyMatch(department -> sees(app, department));
    }

    /** Whether the app sees the department: it lies in the scope or below. */
    public boolean sees(App app, int department) {
        return lineage(app.corp(), department).anyMatch(app.scope().departments()::contains);
    }

    /** The members whom the app sees, sorted by id; those who have left are gone. */
    public Stream<Member> members(App app) {
        return world.table(Member.class)
                .under(app.corp() + "/")
                .filter(Visibility::isHere)
                .filter(member -> sees(app, member));
    }

    public static boolean isHere(Member member) {
        return member.status() != Member.Status.LEFT;
    }

    /** The department and all below it. */
    public Set<Integer> below(String corp, int department) {
        var found = new HashSet<>(Set.of(department));
        List<Department> all = world.table(Department.class).under(corp + "/").toList();
        boolean grows = true;
        while (grows) {
            grows = false;
            for (var candidate : all) {
                grows |= found.contains(candidate.parent()) && found.add(candidate.id());
            }
        }
        return found;
    }

    /** The department, its parent, and so on up to the root. */
    private Stream<Integer> lineage(String corp, int department) {
        return Stream.iterate(
                department,
                id -> id > 0,
                id -> world.find(Department.class, Department.key(corp, id))
                        .map(Department::parent)
                        .orElse(0));
    }
}
