package io.tilth.guard.statement;

import java.util.List;

/**
 * A table or view of the database.
 *
 * @param global belongs to no tenant, as its comment says with a reason
 */
record Relation(String schema, String name, boolean view, boolean global, List<String> columns) {

    String fullName() {
        return schema + "." + name;
    }

    boolean isTenants() {
        return !global && columns.contains("tenant_id");
    }
}
