package io.tilth.guard.matrix;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A table or view as the catalogue describes it. */
record Table(
        String name,
        boolean view,
        boolean global,
        List<Column> columns,
        List<Key> uniques,
        List<Reference> references) {

    /** @param labels of an enum type; empty for every other type */
    record Column(
            String name, String type, boolean required, boolean generated, List<String> labels, List<String> checks) {}

    /** A unique index; the primary key comes first. */
    record Key(List<String> columns) {}

    /** A foreign key. */
    record Reference(List<String> columns, String parent, List<String> parentColumns) {}

    boolean isTenants() {
        return !global && columns.stream().anyMatch(column -> column.name().equals("tenant_id"));
    }

    Key primaryKey() {
        return uniques.getFirst();
    }

    /** A column that is no part of a key, for updates; the last key column if there is no other. */
    String plainColumn() {
        Set<String> keyed =
                uniques.stream().flatMap(key -> key.columns().stream()).collect(Collectors.toSet());
        return columns.stream()
                .filter(column -> !column.generated() && !keyed.contains(column.name()))
                .map(Column::name)
                .findFirst()
                .orElseGet(() -> primaryKey().columns().getLast());
    }
}
