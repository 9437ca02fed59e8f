package io.tilth.guard.matrix;

import io.tilth.guard.matrix.Table.Column;
import io.tilth.guard.matrix.Table.Reference;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Makes rows for any table, together with the rows that they point to. Works as the superuser, whom no policy binds. */
class Rows {

    private final Connection superuser;
    private final Map<String, Table> tables;
    private final Map<String, Map<String, String>> fixtures;

    Rows(Connection superuser, Map<String, Table> tables, Map<String, Map<String, String>> fixtures) {
        this.superuser = superuser;
        this.tables = tables;
        this.fixtures = fixtures;
    }

    /** Stores a row of the tenant and gives its values. */
    Map<String, String> insert(Table table, long tenant) {
        return store(table, values(table, Map.of("tenant_id", Long.toString(tenant))));
    }

    /** Makes up a row of the tenant without storing it; the rows that it points to are stored. */
    Map<String, String> values(Table table, long tenant) {
        return values(table, Map.of("tenant_id", Long.toString(tenant)));
    }

    /** A value such as nobody has. */
    String another(Table table, String column) {
        return table.columns().stream()
                .filter(one -> one.name().equals(column))
                .findFirst()
                .map(one -> value(table, one))
                .orElseThrow();
    }

    private Map<String, String> values(Table table, Map<String, String> preset) {
        var values = new LinkedHashMap<String, String>();
        for (var column : table.columns()) {
            if (preset.containsKey(column.name())) {
                values.put(column.name(), preset.get(column.name()));
            } else if (!column.generated()) {
                values.put(column.name(), value(table, column));
            }
        }
        table.references().forEach(reference -> point(table, reference, values));
        return values;
    }

    /** Without what may be empty or has a usual value, and without what it points to. */
    Map<String, String> required(Table table, long tenant) {
        var fixed = fixtures.getOrDefault(table.name(), Map.of());
        var values = new LinkedHashMap<String, String>();
        for (var column : table.columns()) {
            if (column.name().equals("tenant_id")) {
                values.put("tenant_id", Long.toString(tenant));
            } else if (!column.generated() && (column.required() || fixed.containsKey(column.name()))) {
                values.put(column.name(), value(table, column));
            }
        }
        return values;
    }

    private String value(Table table, Column column) {
        var fixture = fixtures.getOrDefault(table.name(), Map.of()).get(column.name());
        if (fixture != null) {
            return fixture;
        }
        return Values.of(column).orElseThrow(() -> cannot(table, "the type " + column.type() + " is new to Values"));
    }

    void point(Table child, Reference reference, Map<String, String> values) {
        if (reference.parent().equals(child.name())) {
            reference.columns().stream()
                    .filter(column -> !column.equals("tenant_id"))
                    .forEach(column -> values.put(column, "null"));
            return;
        }
        var preset = new LinkedHashMap<String, String>();
        for (int i = 0; i < reference.columns().size(); i++) {
            if (reference.columns().get(i).equals("tenant_id")) {
                preset.put(reference.parentColumns().get(i), values.get("tenant_id"));
            }
        }
        var parent = Objects.requireNonNull(tables.get(reference.parent()));
        var row = store(parent, values(parent, preset));
        for (int i = 0; i < reference.columns().size(); i++) {
            values.put(
                    reference.columns().get(i),
                    Objects.requireNonNull(row.get(reference.parentColumns().get(i))));
        }
    }

    private Map<String, String> store(Table table, Map<String, String> values) {
        try {
            execute(insertOf(table, values) + " on conflict do nothing");
            return values;
        } catch (SQLException refused) {
            throw cannot(table, refused.getMessage());
        }
    }

    /** What was stored: these values, or, where the table does not take them, the others. */
    Map<String, String> storeOr(Table table, Map<String, String> values, Supplier<Map<String, String>> others) {
        try {
            execute(insertOf(table, values) + " on conflict do nothing");
            return values;
        } catch (SQLException refused) {
            return store(table, others.get());
        }
    }

    private static AssertionError cannot(Table table, String why) {
        return new AssertionError("Cannot make a row of %s: %s%nGive its difficult columns values in RowFixtures."
                .formatted(table.name(), why));
    }

    void execute(String sql) throws SQLException {
        try (var statement = superuser.createStatement()) {
            statement.execute(sql);
        }
    }

    /** What the tenant has in the table, as one text that any change would change. */
    String digest(Table table, long tenant) throws SQLException {
        return ask("select count(*) || ' rows, ' || md5(coalesce(string_agg(t::text, ',' order by t::text), ''))"
                + " from %s t where tenant_id = %d".formatted(table.name(), tenant));
    }

    long count(Table table, long tenant) throws SQLException {
        return Long.parseLong(ask("select count(*) from %s where tenant_id = %d".formatted(table.name(), tenant)));
    }

    private String ask(String question) throws SQLException {
        try (var statement = superuser.createStatement();
                var rows = statement.executeQuery(question)) {
            rows.next();
            return rows.getString(1);
        }
    }

    static String insertOf(Table table, Map<String, String> values) {
        return "insert into %s (%s) values (%s)"
                .formatted(table.name(), quoted(List.copyOf(values.keySet())), String.join(", ", values.values()));
    }

    static String quoted(List<String> columns) {
        return columns.stream().map(column -> '"' + column + '"').collect(Collectors.joining(", "));
    }
}
