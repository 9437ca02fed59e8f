package io.tilth.guard.http;

import io.tilth.guard.matrix.TenantRows;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Rows of a tenant in every table, straight into the database: what a stranger must not see or touch. */
class Stock {

    private final long tenant;
    private final TenantRows rows;
    private final List<Map<String, String>> stored;

    Stock(long tenant, TenantRows rows) {
        this.tenant = tenant;
        this.rows = rows;
        this.stored = rows.fill(tenant);
    }

    /** The ids of all its rows. */
    Set<String> ids() {
        return stored.stream()
                .map(row -> row.get("id"))
                .filter(id -> id != null && id.endsWith("::uuid"))
                .map(id -> id.substring(1, id.indexOf('\'', 1)))
                .collect(Collectors.toSet());
    }

    String digest() throws SQLException {
        return rows.digest(tenant);
    }
}
