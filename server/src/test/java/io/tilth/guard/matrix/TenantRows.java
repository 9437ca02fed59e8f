package io.tilth.guard.matrix;

import io.tilth.kernel.postgres.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Fills every table for a tenant, past the server and past every wall, and tells whether anything has changed. */
public class TenantRows implements AutoCloseable {

    private final Connection superuser;
    private final List<Table> tables;
    private final Map<String, Table> all;
    private final Rows rows;

    public TenantRows(TestDatabase database) throws SQLException {
        this.superuser = database.connectAsSuperuser();
        this.all = Tables.in(superuser);
        this.tables = all.values().stream()
                .filter(table -> table.isTenants() && !table.view())
                .toList();
        this.rows = new Rows(superuser, all, RowFixtures.VALUES);
    }

    /** A row in every table, by its name: its columns and their values as SQL. */
    public Map<String, Map<String, String>> fill(long tenant) {
        var filled = new LinkedHashMap<String, Map<String, String>>();
        tables.forEach(table -> filled.put(table.name(), rows.insert(table, tenant)));
        return filled;
    }

    /** As {@link #fill}, of a tenant in the middle of its life: the rows belong together, and nothing has ended. */
    public Map<String, Map<String, String>> enliven(long tenant) {
        var living = new LivingRows(all, rows, tenant);
        var filled = new LinkedHashMap<String, Map<String, String>>();
        tables.forEach(table -> filled.put(table.name(), living.of(table)));
        return filled;
    }

    /** What the tenant has, table by table; any change would change it. */
    public String digest(long tenant) throws SQLException {
        var digest = new StringBuilder();
        for (var table : tables) {
            digest.append(table.name())
                    .append(": ")
                    .append(rows.digest(table, tenant))
                    .append('\n');
        }
        return digest.toString();
    }

    /** Takes the tenant out of the database again. */
    public void clear(long tenant) throws SQLException {
        rows.execute("set session_replication_role = replica"); // no foreign keys, whatever the order
        for (var table : tables) {
            rows.execute("delete from %s where tenant_id = %d".formatted(table.name(), tenant));
        }
        rows.execute("delete from access.membership where tenant_id = " + tenant);
        rows.execute("delete from tenancy.tenant where id = " + tenant);
        rows.execute("set session_replication_role = origin");
    }

    @Override
    public void close() throws SQLException {
        superuser.close();
    }
}
