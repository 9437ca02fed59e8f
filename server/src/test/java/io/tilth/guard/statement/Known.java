package io.tilth.guard.statement;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Statements that touch no rows, those that the parser cannot read and that somebody has read instead, and those that add
 * rows of several tenants, which a policy of their own holds against the transaction's list.
 */
class Known {

    static final String FILE = "/unparsed-statements.txt";
    static final String INGESTS = "/ingest-statements.txt";

    /** The one rule that an ingest may break. */
    private static final Pattern TENANTS_FROM_ROWS =
            Pattern.compile("the insert into \\S+ takes tenant_id from a column that is not tied");

    private static final List<Pattern> HARMLESS = List.of(
            Pattern.compile("set local tilth\\.tenant_id = '\\d+'"),
            Pattern.compile("set local tilth\\.ingest_tenants = '\\{\\d+(,\\d+)*}'"),
            Pattern.compile("set local (statement|lock|idle_in_transaction_session)_timeout = '?\\w+'?"),
            Pattern.compile("(un)?listen \\w+|notify \\w+"),
            Pattern.compile("begin|commit|rollback|savepoint \\w+|release savepoint \\w+|rollback to savepoint \\w+"));

    private static final Pattern CALL = Pattern.compile("call (\\w+)\\.(\\w+) ?\\([^;]*\\)");

    private final Map<String, String> listed;
    private final Map<String, String> ingests;

    Known(Map<String, String> listed) {
        this(listed, Map.of());
    }

    Known(Map<String, String> listed, Map<String, String> ingests) {
        this.listed = listed;
        this.ingests = ingests;
    }

    static Known inFile() {
        return new Known(read(FILE), read(INGESTS));
    }

    /** Blocks of lines, parted by empty lines: {@code # why}, then the statement. */
    private static Map<String, String> read(String name) {
        try (var file = Known.class.getResourceAsStream(name)) {
            var text = new String(java.util.Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
            var found = new LinkedHashMap<String, String>();
            for (var block : text.strip().split("\\n\\s*\\n")) {
                found.put(
                        lines(block, false),
                        lines(block, true).replaceAll("(^| )# ?", " ").strip());
            }
            found.remove("");
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the fault is what makes a listed ingest one; it is still held to every other rule. */
    boolean excuses(String sql, String fault) {
        return ingests.containsKey(flat(sql))
                && TENANTS_FROM_ROWS.matcher(fault).matches();
    }

    Map<String, String> ingests() {
        return ingests;
    }

    Map<String, String> listed() {
        return listed;
    }

    boolean covers(String sql) {
        var flat = flat(sql);
        return listed.containsKey(flat)
                || HARMLESS.stream().anyMatch(pattern -> pattern.matcher(flat).matches());
    }

    /** {@code call module.procedure()}: the parser reads it in some shapes only. */
    static Optional<Reading> procedure(String sql) {
        var call = CALL.matcher(flat(sql));
        if (!call.matches()) {
            return Optional.empty();
        }
        var reading = new Reading();
        reading.call(call.group(1), call.group(2));
        return Optional.of(reading);
    }

    private static String lines(String block, boolean comments) {
        return flat(
                block.lines().filter(line -> line.startsWith("#") == comments).collect(Collectors.joining(" ")));
    }

    private static String flat(String sql) {
        return sql.strip().replaceAll("\\s+", " ");
    }
}
