package io.tilth.kernel.catalog;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tilth.kernel.GlobalJdbc;
import io.tilth.kernel.TenantCatalog.Table;
import io.tilth.kernel.TenantJdbc;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.stereotype.Repository;

/** The one place where SQL is put together while running: the names come from the catalog and are quoted. */
@Repository
class CatalogRepository {

    private static final int ROWS_IN_MEMORY = 200;

    private final TenantJdbc jdbc;
    private final GlobalJdbc global;

    CatalogRepository(TenantJdbc jdbc, GlobalJdbc global) {
        this.jdbc = jdbc;
        this.global = global;
    }

    /** Every table with a tenant and the second lock, each before those that refer to it. */
    List<CatalogTable> tables() {
        return global.sql("""
                with recursive held as (
                    select class.oid, nspname, relname,
                        coalesce(obj_description(class.oid, 'pg_class'), '') as comment,
                        has_table_privilege(class.oid, 'delete') as erasable
                    from pg_catalog.pg_class class
                    join pg_catalog.pg_namespace namespace on namespace.oid = relnamespace
                    where relkind in ('r', 'p')
                        and not relispartition
                        and relforcerowsecurity
                        and exists (
                            select 1
                            from pg_catalog.pg_attribute
                            where attrelid = class.oid and attname = 'tenant_id' and not attisdropped)
                ),
                levels (id, level) as (
                    select oid, 0
                    from held
                    union
                    select conrelid, level + 1
                    from levels join pg_catalog.pg_constraint on confrelid = id
                    where contype = 'f' and conrelid <> confrelid and level < 100
                )
                select nspname, relname, comment, erasable,
                    array(
                        select cast(attname as text)
                        from pg_catalog.pg_attribute
                        where attrelid = held.oid
                            and attnum > 0
                            and not attisdropped
                            and coalesce(col_description(held.oid, attnum), '') not like 'secret:%'
                        order by attnum) as columns
                from held
                order by (select max(level) from levels where id = held.oid), nspname, relname
                """).query(CatalogRepository::table).list();
    }

    long write(Table table, OutputStream lines) {
        var rows = new AtomicLong();
        jdbc.sql("select row_to_json(line) from (select %s from %s where tenant_id = :tenant) line"
                        .formatted(columns(table), quoted(table)))
                .withFetchSize(ROWS_IN_MEMORY)
                .query((RowCallbackHandler) row -> {
                    line(row.getString(1), lines);
                    rows.incrementAndGet();
                });
        return rows.get();
    }

    long count(Table table) {
        return jdbc.sql("select count(*) from %s where tenant_id = :tenant".formatted(quoted(table)))
                .query(Long.class)
                .single();
    }

    void erase(Table table) {
        jdbc.sql("delete from %s where tenant_id = :tenant".formatted(quoted(table)))
                .update();
    }

    private static void line(String json, OutputStream lines) {
        try {
            lines.write(json.getBytes(UTF_8));
            lines.write('\n');
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String columns(Table table) {
        return table.columns().stream().map(CatalogRepository::quoted).collect(Collectors.joining(", "));
    }

    private static String quoted(Table table) {
        return quoted(table.schema()) + "." + quoted(table.name());
    }

    /** Always in quotes, with quotes within doubled. A colon or question mark would read as a parameter. */
    private static String quoted(String name) {
        if (name.isEmpty() || name.matches("(?s).*[:?\\x00].*")) {
            throw new IllegalArgumentException("Not a name that can be quoted here: " + name);
        }
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    private static CatalogTable table(ResultSet row, int index) throws SQLException {
        var columns = (String[]) row.getArray("columns").getArray();
        return new CatalogTable(
                new Table(row.getString("nspname"), row.getString("relname"), List.of(columns)),
                row.getString("comment"),
                row.getBoolean("erasable"));
    }
}
