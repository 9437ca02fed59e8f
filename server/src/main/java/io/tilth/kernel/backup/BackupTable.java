package io.tilth.kernel.backup;

import java.util.List;

/**
 * A table that a backup keeps.
 *
 * @param walled whether the second lock hides its rows from everybody but the tenant in scope, the owner too
 * @param ownerless whether rows may belong to no tenant
 */
record BackupTable(String schema, String name, List<String> columns, boolean walled, boolean ownerless) {

    BackupTable {
        columns = List.copyOf(columns);
    }

    String fullName() {
        return schema + "." + name;
    }

    /** Its place in the file. */
    String entry() {
        return "tables/" + fullName() + ".copy";
    }

    /** With its columns, as SQL has it. */
    String withColumns() {
        return quoted() + " (" + columnList() + ")";
    }

    String columnList() {
        return columns.stream()
                .map(BackupTable::quoted)
                .reduce((one, other) -> one + ", " + other)
                .orElseThrow();
    }

    String quoted() {
        return quoted(schema) + "." + quoted(name);
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
