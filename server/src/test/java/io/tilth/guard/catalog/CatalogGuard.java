package io.tilth.guard.catalog;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Reads the catalogue of a migrated database and lists what breaks the rules of tenancy. It looks at whatever is there,
 * so a table that comes tomorrow is covered without anybody remembering.
 */
public final class CatalogGuard {

    private final Connection connection;
    private final Listed listed;
    private final Map<String, List<String>> moduleUses;

    /** @param moduleUses which modules' tables a module's foreign keys may point to */
    public CatalogGuard(Connection connection, Listed listed, Map<String, List<String>> moduleUses) {
        this.connection = connection;
        this.listed = listed;
        this.moduleUses = moduleUses;
    }

    /**
     * What the rules make an exception of, each by its full name with a reason.
     *
     * @param servingRole the role that the server works as
     * @param histories tables that Flyway keeps; the serving role has nothing to do with them
     * @param definers routines that run as their owner
     * @param indexes indexes that the policies switch off, or that are no plain btree
     * @param ingests tables into which rows of several tenants go with one commit
     */
    public record Listed(
            String servingRole,
            String histories,
            Map<String, String> definers,
            Map<String, String> indexes,
            Map<String, String> ingests) {

        boolean covers(Violation violation) {
            return switch (violation.rule()) {
                case "definer" -> definers.containsKey(violation.object());
                case "ingest" -> ingests.containsKey(violation.object());
                case "index" -> indexes.containsKey(violation.object());
                default -> false;
            };
        }
    }

    /** One rule broken by one object of the database. */
    public record Violation(String rule, String object, String what) {

        @Override
        public String toString() {
            return object + " " + what;
        }
    }

    /** Empties the connection's search path, so that everything is called by its full name. */
    public List<Violation> violations() throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("set search_path = ''");
        }
        var checks = Stream.of(TableChecks.ALL, KeyChecks.ALL, ViewAndRoutineChecks.ALL, RoleChecks.ALL)
                .flatMap(List::stream)
                .toList();
        var found = new ArrayList<Violation>();
        for (var check : checks) {
            run(check).stream().filter(violation -> !listed.covers(violation)).forEach(found::add);
        }
        found.addAll(foreignKeysAgainstTheModules());
        return found;
    }

    /** Checks see {@code {app}} and {@code {histories}} replaced; each row is an object and what is wrong with it. */
    private List<Violation> run(Check check) throws SQLException {
        var sql = check.sql()
                .replace("{tables}", TableChecks.TABLES)
                .replace("{app}", listed.servingRole())
                .replace("{histories}", listed.histories());
        var found = new ArrayList<Violation>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                found.add(new Violation(check.rule(), rows.getString(1), rows.getString(2)));
            }
        }
        return found;
    }

    private List<Violation> foreignKeysAgainstTheModules() throws SQLException {
        return run(KeyChecks.ACROSS_SCHEMAS).stream()
                .filter(key -> {
                    var schemas = key.what().split(" ");
                    return !moduleUses.getOrDefault(schemas[0], List.of()).contains(schemas[1]);
                })
                .map(key -> new Violation(
                        key.rule(), key.object(), "points to a module that its own does not use: " + key.what()))
                .toList();
    }

    /** A rule and the query that finds who breaks it. */
    record Check(String rule, String sql) {}
}
