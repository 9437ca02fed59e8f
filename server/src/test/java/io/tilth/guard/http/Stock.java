package io.tilth.guard.http;

import io.tilth.guard.matrix.TenantRows;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Rows of a tenant in every table, straight into the database: what a stranger must not see or touch. */
class Stock {

    private final long tenant;
    private final TenantRows rows;
    private final Map<String, Map<String, String>> stored;

    Stock(long tenant, TenantRows rows) {
        this(tenant, rows, rows.fill(tenant));
    }

    private Stock(long tenant, TenantRows rows, Map<String, Map<String, String>> stored) {
        this.tenant = tenant;
        this.rows = rows;
        this.stored = stored;
    }

    /** Of a company in the middle of its life. */
    static Stock living(long tenant, TenantRows rows) {
        return new Stock(tenant, rows, rows.enliven(tenant));
    }

    /** The ids of all its rows. */
    Set<String> ids() {
        return idsByTable().values().stream().collect(Collectors.toSet());
    }

    /** The id of its row in each table that has ids. */
    Map<String, String> idsByTable() {
        var ids = new LinkedHashMap<String, String>();
        stored.forEach((table, row) -> {
            var id = row.get("id");
            if (id != null && id.endsWith("::uuid")) {
                ids.put(table, id.substring(1, id.indexOf('\'', 1)));
            }
        });
        return ids;
    }

    String digest() throws SQLException {
        return rows.digest(tenant);
    }
}
