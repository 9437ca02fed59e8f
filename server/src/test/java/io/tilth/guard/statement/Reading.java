package io.tilth.guard.statement;

import java.util.LinkedHashSet;
import java.util.Set;

/** What a statement does to which tables, and what is wrong with it whoever sends it. */
class Reading {

    private final Set<Use> uses = new LinkedHashSet<>();
    private final Set<String> faults = new LinkedHashSet<>();

    /**
     * A table, view or routine that the statement names.
     *
     * @param schema whose it is
     */
    record Use(String schema, String name, boolean view, boolean write) {

        String fullName() {
            return schema + "." + name;
        }
    }

    void use(Relation relation, boolean write) {
        uses.add(new Use(relation.schema(), relation.name(), relation.view(), write));
    }

    void call(String schema, String routine) {
        uses.add(new Use(schema, routine, false, true));
    }

    void fault(String what) {
        faults.add(what);
    }

    Set<Use> uses() {
        return uses;
    }

    Set<String> faults() {
        return faults;
    }
}
