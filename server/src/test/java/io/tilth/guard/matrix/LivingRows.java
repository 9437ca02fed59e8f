package io.tilth.guard.matrix;

import io.tilth.guard.matrix.Table.Reference;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Rows of a tenant as in the middle of its life: each points to the same others, and what may be empty is empty, so that
 * nothing has ended yet.
 */
class LivingRows {

    /** Hold what only the server can put together, or end what they are about. */
    private static final Set<String> LEFT_OUT =
            Set.of("acquisition.plan_code", "acquisition.plan_step", "customer.joined");

    private final Map<String, Table> tables;
    private final Rows rows;
    private final long tenant;
    private final Map<String, Map<String, String>> made = new LinkedHashMap<>();
    private final Set<String> making = new HashSet<>();

    LivingRows(Map<String, Table> tables, Rows rows, long tenant) {
        this.tables = tables;
        this.rows = rows;
        this.tenant = tenant;
    }

    Map<String, String> of(Table table) {
        if (!LEFT_OUT.contains(table.name()) && !made.containsKey(table.name())) {
            making.add(table.name());
            made.put(table.name(), make(table));
            making.remove(table.name());
        }
        return Map.copyOf(made.getOrDefault(table.name(), Map.of()));
    }

    private Map<String, String> make(Table table) {
        var values = rows.required(table, tenant);
        table.references().forEach(reference -> point(table, reference, values));
        return rows.storeOr(table, values, () -> rows.values(table, tenant));
    }

    private void point(Table child, Reference reference, Map<String, String> values) {
        var parent = tables.get(reference.parent());
        if (parent == null || !parent.isTenants()) {
            rows.point(child, reference, values);
        } else if (!making.contains(parent.name())) {
            var row = of(parent);
            for (int i = 0; i < reference.columns().size(); i++) {
                var value = row.get(reference.parentColumns().get(i));
                if (value != null) {
                    values.put(reference.columns().get(i), value);
                }
            }
        }
    }
}
