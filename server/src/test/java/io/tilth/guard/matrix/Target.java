package io.tilth.guard.matrix;

import io.tilth.guard.matrix.Table.Reference;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * A row of another tenant, and what the asker may know of it.
 *
 * @param victim the row
 * @param newTheirs a row that the other tenant does not have yet
 * @param mine a row that the asker does not have yet
 */
record Target(
        Table table,
        Map<String, String> victim,
        Map<String, String> newTheirs,
        Map<String, String> mine,
        Rows rows,
        List<Reference> tenantReferences) {

    static Target of(Table table, Map<String, Table> tables, Rows rows, long own, long victim) {
        if (table.view()) {
            return new Target(table, Map.of("tenant_id", Long.toString(victim)), Map.of(), Map.of(), rows, List.of());
        }
        var toTenants = table.references().stream()
                .filter(reference ->
                        Objects.requireNonNull(tables.get(reference.parent())).isTenants())
                .toList();
        return new Target(
                table,
                rows.insert(table, victim),
                rows.values(table, victim),
                rows.values(table, own),
                rows,
                toTenants);
    }

    /** The condition that names the other tenant's row by its key; for a view, all the tenant's rows. */
    String theirs() {
        var key = table.view() ? List.of("tenant_id") : table.primaryKey().columns();
        return key.stream()
                .map(column -> "\"%s\" = %s".formatted(column, victim.get(column)))
                .collect(Collectors.joining(" and "));
    }

    /** Those of the columns in which the other tenant's row has something that one could guess. */
    List<String> filled(List<String> columns) {
        return columns.stream()
                .filter(column -> !"null".equals(victim.get(column)))
                .toList();
    }

    /** My new row, with the other tenant's values in these columns. */
    Map<String, String> mineWithTheirs(List<String> columns) {
        var row = new LinkedHashMap<>(mine);
        columns.stream()
                .filter(column -> !column.equals("tenant_id"))
                .forEach(column -> row.put(column, Objects.requireNonNull(victim.get(column))));
        return row;
    }

    /** My new row, pointing where theirs does; where rows point to others of their own table, to theirs. */
    Map<String, String> minePointingToTheirs(Reference reference) {
        if (!reference.parent().equals(table.name())) {
            return mineWithTheirs(reference.columns());
        }
        var row = new LinkedHashMap<>(mine);
        for (int i = 0; i < reference.columns().size(); i++) {
            if (!reference.columns().get(i).equals("tenant_id")) {
                row.put(
                        reference.columns().get(i),
                        Objects.requireNonNull(
                                victim.get(reference.parentColumns().get(i))));
            }
        }
        return row;
    }

    /** My new row, with values in these columns that nobody has; what points to a global table is new in it already. */
    Map<String, String> mineWithNobodys(List<String> columns) {
        var row = new LinkedHashMap<>(mine);
        columns.stream()
                .filter(column -> !column.equals("tenant_id") && !pointsToGlobal(column))
                .forEach(column -> row.put(column, rows.another(table, column)));
        return row;
    }

    private boolean pointsToGlobal(String column) {
        return table.references().stream()
                .anyMatch(reference -> reference.columns().contains(column) && !tenantReferences.contains(reference));
    }
}
