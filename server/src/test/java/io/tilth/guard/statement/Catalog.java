package io.tilth.guard.statement;

import java.sql.Connection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

/** The tables and views that are there; looks again when asked for one that it does not know yet. */
class Catalog {

    private final Callable<Connection> database;
    private volatile Map<String, Relation> relations = Map.of();

    Catalog(Callable<Connection> database) {
        this.database = database;
    }

    Optional<Relation> find(String schema, String name) {
        var key = schema + "." + name;
        if (!relations.containsKey(key)) {
            relations = read();
        }
        return Optional.ofNullable(relations.get(key));
    }

    /** As {@link #find}, but does not look again. */
    boolean knows(String schema, String name) {
        return relations.containsKey(schema + "." + name);
    }

    private Map<String, Relation> read() {
        try (var connection = database.call();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        select n.nspname, c.relname, c.relkind = 'v',
                            coalesce(obj_description(c.oid, 'pg_class'), '') like 'global:%',
                            array(select a.attname::text from pg_catalog.pg_attribute a
                                where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped order by a.attnum)
                        from pg_catalog.pg_class c
                        join pg_catalog.pg_namespace n on n.oid = c.relnamespace
                        where c.relkind in ('r', 'p', 'v', 'm') and n.nspname !~ '^pg_'
                        """)) {
            var found = new HashMap<String, Relation>();
            while (rows.next()) {
                var columns = List.of((String[]) rows.getArray(5).getArray());
                var relation = new Relation(
                        rows.getString(1), rows.getString(2), rows.getBoolean(3), rows.getBoolean(4), columns);
                found.put(relation.fullName(), relation);
            }
            return found;
        } catch (Exception e) {
            throw new IllegalStateException("The statement guard cannot read the catalogue.", e);
        }
    }
}
