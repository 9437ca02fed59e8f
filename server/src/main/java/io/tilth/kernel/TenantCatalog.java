package io.tilth.kernel;

import java.io.OutputStream;
import java.util.List;
import java.util.Map;

/**
 * The tables in which tenants keep their rows, as the database itself lists them, so that a new table is exported and
 * erased without anybody having to think of it.
 *
 * <p>Works on the rows of the current tenant, in the current transaction.
 */
public interface TenantCatalog {

    /**
     * What a tenant may take along, tables before those that refer to them. Tables commented {@code unexported: …} or
     * {@code global: …} are left out.
     */
    List<Table> exported();

    /**
     * Writes the tenant's rows of a table as JSON Lines, few of them in memory at a time, and counts them.
     *
     * @param table one of {@link #exported()}
     */
    long write(Table table, OutputStream lines);

    /** How many rows the tenant has in each of its tables, exported or not. */
    Map<String, Long> count();

    /**
     * Deletes the tenant's rows wherever the serving role may delete. What it may not, such as the trail, is its
     * owner's business.
     */
    void erase();

    /**
     * A table of tenants.
     *
     * @param columns without those commented {@code secret: …}
     */
    record Table(String schema, String name, List<String> columns) {

        public Table {
            columns = List.copyOf(columns);
        }

        /** As people and files name it. */
        public String fullName() {
            return schema + "." + name;
        }
    }
}
