package io.tilth.kernel.distribute;

import io.tilth.kernel.distribute.Placed.Place;
import io.tilth.kernel.distribute.Shape.Key;
import io.tilth.kernel.distribute.Shape.Table;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Decides which table goes where: the tenant's own by tenant, what those refer to everywhere, all else stays. */
final class Placement {

    private Placement() {}

    /** In the order in which the tables are moved. */
    static List<Placed> of(Shape shape) {
        var references = references(shape);
        Map<String, List<String>> parents = shape.keys().stream()
                .collect(Collectors.groupingBy(Key::child, Collectors.mapping(Key::parent, Collectors.toList())));
        Function<Table, Place> place = table -> {
            if (table.ofTenants()) {
                return Place.DISTRIBUTED;
            }
            if (references.contains(table.name())) {
                return Place.REFERENCE;
            }
            boolean refers =
                    parents.getOrDefault(table.name(), List.of()).stream().anyMatch(references::contains);
            return refers ? Place.KNOWN : Place.LOCAL;
        };
        var placed = shape.tables().stream()
                .map(table -> new Placed(table, place.apply(table)))
                .toList();
        return java.util.Arrays.stream(Place.values())
                .flatMap(one -> placed.stream().filter(table -> table.place() == one))
                .toList();
    }

    /** What tables of tenants refer to, and what that refers to in turn. */
    private static Set<String> references(Shape shape) {
        var ofTenants = shape.tables().stream()
                .filter(Table::ofTenants)
                .map(Table::name)
                .collect(Collectors.toSet());
        var found = new HashSet<String>();
        for (boolean more = true; more; ) {
            more = false;
            for (var key : shape.keys()) {
                boolean needed = ofTenants.contains(key.child()) || found.contains(key.child());
                more |= needed && !ofTenants.contains(key.parent()) && found.add(key.parent());
            }
        }
        return found;
    }
}
