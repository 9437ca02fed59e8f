package io.tilth.guard.matrix;

import io.tilth.guard.matrix.Table.Column;
import io.tilth.guard.matrix.Table.Key;
import io.tilth.guard.matrix.Table.Reference;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the tables of a migrated database from its catalogue. */
final class Tables {

    private final Connection connection;

    private Tables(Connection connection) {
        this.connection = connection;
    }

    static Map<String, Table> in(Connection connection) throws SQLException {
        var tables = new LinkedHashMap<String, Table>();
        for (var table : new Tables(connection).read()) {
            tables.put(table.name(), table);
        }
        return tables;
    }

    private List<Table> read() throws SQLException {
        return rows(
                """
                select format('%s.%s', n.nspname, c.relname), c.relkind = 'v',
                    coalesce(obj_description(c.oid, 'pg_class'), '') like 'global:%', c.oid::bigint
                from pg_class c
                join pg_namespace n on n.oid = c.relnamespace
                where c.relkind in ('r', 'p', 'v') and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
                    and not c.relispartition
                order by 1
                """,
                row -> {
                    long id = row.getLong(4);
                    return new Table(
                            row.getString(1),
                            row.getBoolean(2),
                            row.getBoolean(3),
                            columns(id),
                            uniques(id),
                            references(id));
                });
    }

    private List<Column> columns(long table) throws SQLException {
        return rows(
                """
                select a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull and not a.atthasdef,
                    a.attgenerated <> '' or a.attidentity = 'a',
                    array(select enumlabel::text from pg_enum where enumtypid = a.atttypid order by enumsortorder),
                    array(select pg_get_constraintdef(k.oid) from pg_constraint k
                        where k.conrelid = a.attrelid and k.contype = 'c' and a.attnum = any (k.conkey))
                from pg_attribute a
                where a.attrelid = %d and a.attnum > 0 and not a.attisdropped
                order by a.attnum
                """.formatted(table),
                row -> new Column(
                        row.getString(1),
                        row.getString(2),
                        row.getBoolean(3),
                        row.getBoolean(4),
                        texts(row.getArray(5)),
                        texts(row.getArray(6))));
    }

    private List<Key> uniques(long table) throws SQLException {
        return rows("""
                select array(select a.attname::text
                        from unnest(i.indkey::int[]) with ordinality as k (number, place)
                        join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.number
                        order by k.place)
                from pg_index i
                where i.indrelid = %d and i.indisunique
                order by not i.indisprimary
                """.formatted(table), row -> new Key(texts(row.getArray(1))));
    }

    private List<Reference> references(long table) throws SQLException {
        return rows(
                """
                select array(select a.attname::text from unnest(k.conkey) with ordinality as c (number, place)
                        join pg_attribute a on a.attrelid = k.conrelid and a.attnum = c.number order by c.place),
                    (select format('%%s.%%s', n.nspname, p.relname) from pg_class p
                        join pg_namespace n on n.oid = p.relnamespace where p.oid = k.confrelid),
                    array(select a.attname::text from unnest(k.confkey) with ordinality as c (number, place)
                        join pg_attribute a on a.attrelid = k.confrelid and a.attnum = c.number order by c.place)
                from pg_constraint k
                where k.conrelid = %d and k.contype = 'f'
                """.formatted(table),
                row -> new Reference(texts(row.getArray(1)), row.getString(2), texts(row.getArray(3))));
    }

    private <T> List<T> rows(String sql, Reader<T> reader) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var found = new ArrayList<T>();
            while (rows.next()) {
                found.add(reader.read(rows));
            }
            return found;
        }
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }

    private interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }
}
