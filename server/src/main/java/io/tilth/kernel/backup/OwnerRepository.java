package io.tilth.kernel.backup;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The whole database as its owner sees it. SQL is put together from names of the catalog, which are quoted. */
@Lazy
class OwnerRepository {

    private final JdbcTemplate template;
    private final JdbcClient jdbc;
    private final JdbcTransactionManager transactions;

    OwnerRepository(FlywayConnectionDetails owner) {
        var database = new DriverManagerDataSource(requireNonNull(owner.getJdbcUrl()));
        database.setUsername(owner.getUsername());
        database.setPassword(owner.getPassword());
        this.template = new JdbcTemplate(database);
        this.jdbc = JdbcClient.create(template);
        this.transactions = new JdbcTransactionManager(database);
    }

    /** Reads everything as it is at one moment. */
    <T> T snapshot(Supplier<T> work) {
        var snapshot = new TransactionTemplate(transactions);
        snapshot.setReadOnly(true);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        return snapshot.execute(status -> work.get());
    }

    /** Changes everything, or nothing when the work fails. */
    <T> T change(Supplier<T> work) {
        return new TransactionTemplate(transactions).execute(status -> {
            template.execute("set local lock_timeout = '10s'"); // a server that still runs would be waited for in vain
            return work.get();
        });
    }

    /** The tables to keep, each before those that refer to it. */
    List<BackupTable> tables() {
        return jdbc.sql("""
                with recursive levels (id, level) as (
                    select oid, 0
                    from pg_catalog.pg_class
                    where relkind in ('r', 'p')
                    union
                    select conrelid, level + 1
                    from levels join pg_catalog.pg_constraint on confrelid = levels.id
                    where contype = 'f' and conrelid <> confrelid and level < 100
                )
                select nspname, relname, relforcerowsecurity,
                    exists (
                        select 1
                        from pg_catalog.pg_attribute
                        where attrelid = kept.oid and attname = 'tenant_id' and not attnotnull) as ownerless,
                    array(
                        select cast(attname as text)
                        from pg_catalog.pg_attribute
                        where attrelid = kept.oid and attnum > 0 and not attisdropped and attgenerated = ''
                        order by attnum) as columns
                from pg_catalog.pg_class kept
                join pg_catalog.pg_namespace namespace on namespace.oid = kept.relnamespace
                where relkind in ('r', 'p')
                    and not relispartition
                    and nspname not like 'pg\\_%'
                    and nspname not in ('information_schema', 'migration')
                    and not (nspname = 'kernel'
                        and relname in ('session', 'session_attributes', 'scheduled_tasks', 'live_signal'))
                order by (select max(level) from levels where levels.id = kept.oid), nspname, relname
                """).query(OwnerRepository::table).list();
    }

    /** The migrations that this database has seen, by module. */
    Map<String, List<String>> migrations() {
        var histories = jdbc.sql("""
                select relname
                from pg_catalog.pg_class join pg_catalog.pg_namespace namespace on namespace.oid = relnamespace
                where nspname = 'migration' and relkind = 'r'
                """).query(String.class).list();
        return histories.stream()
                .collect(Collectors.toMap(
                        history -> history,
                        history -> jdbc.sql("""
                                select version || ':' || checksum
                                from migration."%s"
                                where success and version is not null and checksum is not null
                                order by installed_rank
                                """.formatted(history))
                                .query(String.class)
                                .list(),
                        (one, other) -> one,
                        TreeMap::new));
    }

    /** Whether nobody has begun to work here: no company, and nobody who could sign in. */
    boolean isEmpty() {
        return jdbc.sql("""
                select not exists (select 1 from tenancy.tenant where id > 0)
                    and not exists (select 1 from access.person)
                """).query(Boolean.class).single();
    }

    /** Copies all rows, tenant by tenant where the second lock stands, and counts them. */
    long copyOut(BackupTable table, List<Long> tenants, OutputStream rows) {
        if (!table.walled()) {
            return copy("copy %s to stdout".formatted(table.withColumns()), rows);
        }
        long count = table.ownerless() ? copyOut(table, Optional.empty(), rows) : 0;
        for (var tenant : tenants) {
            count += copyOut(table, Optional.of(tenant), rows);
        }
        return count;
    }

    private long copyOut(BackupTable table, Optional<Long> tenant, OutputStream rows) {
        template.execute("set local tilth.tenant_id = '%s'"
                .formatted(tenant.map(String::valueOf).orElse("")));
        return copy(
                "copy (select %s from %s where tenant_id %s) to stdout"
                        .formatted(
                                table.columnList(),
                                table.quoted(),
                                tenant.map(id -> "= " + id).orElse("is null")),
                rows);
    }

    List<Long> tenants() {
        return jdbc.sql("select id from tenancy.tenant order by id")
                .query(Long.class)
                .list();
    }

    Map<String, Long> sequences() {
        var values = new LinkedHashMap<String, Long>();
        jdbc.sql("""
                select quote_ident(schemaname) || '.' || quote_ident(sequencename) as name, last_value
                from pg_catalog.pg_sequences
                where last_value is not null
                order by 1
                """).query((ResultSet row) -> {
            values.put(row.getString("name"), row.getLong("last_value"));
        });
        return values;
    }

    /** Takes the second lock off, for this transaction's eyes alone: a copy into a walled table is not possible. */
    void unlock(List<BackupTable> tables) {
        walled(tables, "alter table %s no force row level security");
    }

    void lock(List<BackupTable> tables) {
        walled(tables, "alter table %s force row level security");
    }

    void clear(List<BackupTable> tables) {
        template.execute("truncate " + tables.stream().map(BackupTable::quoted).collect(Collectors.joining(", ")));
    }

    long copyIn(BackupTable table, InputStream rows) {
        return copying(connection -> {
            try {
                return copyManager(connection).copyIn("copy %s from stdin".formatted(table.withColumns()), rows);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        });
    }

    void setSequences(Map<String, Long> values) {
        values.forEach((name, value) -> jdbc.sql("select setval(cast(:name as regclass), :value)")
                .param("name", name)
                .param("value", value)
                .query(Long.class)
                .single());
    }

    private void walled(List<BackupTable> tables, String statement) {
        tables.stream()
                .filter(BackupTable::walled)
                .forEach(table -> template.execute(statement.formatted(table.quoted())));
    }

    private long copy(String statement, OutputStream rows) {
        return copying(connection -> {
            try {
                return copyManager(connection).copyOut(statement, rows);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        });
    }

    private long copying(ConnectionCallback<Long> work) {
        var rows = template.execute(work);
        return rows == null ? 0 : rows;
    }

    private static CopyManager copyManager(Connection connection) throws SQLException {
        return connection.unwrap(PGConnection.class).getCopyAPI();
    }

    private static BackupTable table(ResultSet row, int index) throws SQLException {
        return new BackupTable(
                row.getString("nspname"),
                row.getString("relname"),
                List.of((String[]) row.getArray("columns").getArray()),
                row.getBoolean("relforcerowsecurity"),
                row.getBoolean("ownerless"));
    }
}
