package io.tilth.guard.statement;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Which columns are sure to hold the tenant: those compared with a parameter, and those equal to such a column. */
class Ties {

    private final Set<Column> tied = new HashSet<>();
    private final Map<Column, Set<Column>> links = new HashMap<>();

    /** A column of one source of a query. */
    record Column(String alias, String name) {}

    void tie(Column column) {
        if (tied.add(column)) {
            Set.copyOf(links.getOrDefault(column, Set.of())).forEach(this::tie);
        }
    }

    /** If the first is tied, so is the second. */
    void link(Column from, Column to) {
        links.computeIfAbsent(from, none -> new HashSet<>()).add(to);
        if (tied.contains(from)) {
            tie(to);
        }
    }

    boolean holds(Column column) {
        return tied.contains(column);
    }
}
