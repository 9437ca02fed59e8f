package io.tilth.kernel.distribute;

import io.tilth.kernel.distribute.Placed.Place;
import io.tilth.kernel.distribute.Shape.Key;
import io.tilth.kernel.distribute.Shape.View;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The steps as SQL. Keys and views are taken off first and put back last: a table that is moved may neither be referred
 * to by one that still lies elsewhere, nor be read by a view that was planned before.
 */
final class Script {

    private static final String HEAD = """
            -- Moves the tables of Tilth into a cluster of Citus. Written by ./tilth distribute for the database %s
            -- (PostgreSQL %s); read docs/scale.md first. Run it with the server stopped, as a superuser, on the
            -- coordinator: psql -X -v ON_ERROR_STOP=1 -f FILE %s
            create extension if not exists citus;
            -- Else the tenant of a transaction would not reach the nodes, and they would show no rows.
            alter database %s set citus.propagate_set_commands = 'local';
            set citus.propagate_set_commands = 'local';
            """;

    private final List<Placed> tables;
    private final Shape shape;

    Script(Shape shape, List<Placed> tables) {
        this.shape = shape;
        this.tables = List.copyOf(tables);
    }

    String text() {
        var lines = new ArrayList<String>();
        lines.add(HEAD.formatted(shape.database(), shape.server(), shape.database(), shape.database()));
        lines.add("-- Views and foreign keys are taken off ...");
        shape.views().reversed().forEach(view -> lines.add("drop view %s;".formatted(view.name())));
        var keys = movedKeys();
        keys.forEach(key -> lines.add("alter table %s drop constraint %s;".formatted(key.child(), key.name())));
        lines.add("\n-- ... the tables are moved ...");
        tables.stream().filter(Placed::moves).forEach(table -> lines.add(move(table)));
        lines.add("\n-- ... and keys and views are put back.");
        keys.forEach(key ->
                lines.add("alter table %s add constraint %s %s;".formatted(key.child(), key.name(), key.definition())));
        shape.views().forEach(view -> lines.addAll(make(view)));
        return String.join("\n", lines) + "\n";
    }

    private List<Key> movedKeys() {
        var moved = tables.stream()
                .filter(Placed::moves)
                .map(placed -> placed.table().name())
                .collect(Collectors.toSet());
        return shape.keys().stream()
                .filter(key -> moved.contains(key.child()) || moved.contains(key.parent()))
                .toList();
    }

    private String move(Placed placed) {
        var name = literal(placed.table().name());
        return switch (placed.place()) {
            case REFERENCE -> "select create_reference_table(%s);".formatted(name);
            case KNOWN -> "select citus_add_local_table_to_metadata(%s);".formatted(name);
            case DISTRIBUTED -> "select create_distributed_table(%s, 'tenant_id'%s);".formatted(name, beside(placed));
            case LOCAL -> throw new IllegalArgumentException(name + " stays");
        };
    }

    /** All lie beside the first, so that a tenant is at home in one place. */
    private String beside(Placed placed) {
        var first = tables.stream()
                .filter(table -> table.place() == Place.DISTRIBUTED)
                .findFirst()
                .orElseThrow();
        return first.equals(placed)
                ? ""
                : ", colocate_with => %s".formatted(literal(first.table().name()));
    }

    private static List<String> make(View view) {
        var lines = new ArrayList<String>();
        var options = view.options().isEmpty() ? "" : " with (%s)".formatted(view.options());
        lines.add("create view %s%s as%n%s".formatted(view.name(), options, view.query()));
        lines.add("alter view %s owner to %s;".formatted(view.name(), view.owner()));
        view.grants().forEach(grant -> lines.add(grant + ";"));
        view.comment().ifPresent(text -> lines.add("comment on view %s is %s;".formatted(view.name(), literal(text))));
        return lines;
    }

    private static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
