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

/** Statements that touch no rows, and those that the parser cannot read and that somebody has read instead. */
class Known {

    static final String FILE = "/unparsed-statements.txt";

    private static final List<Pattern> HARMLESS = List.of(
            Pattern.compile("set local tilth\\.tenant_id = '\\d+'"),
            Pattern.compile("set local (statement|lock|idle_in_transaction_session)_timeout = '?\\w+'?"),
            Pattern.compile("(un)?listen \\w+|notify \\w+"),
            Pattern.compile("begin|commit|rollback|savepoint \\w+|release savepoint \\w+|rollback to savepoint \\w+"));

    private static final Pattern CALL = Pattern.compile("call (\\w+)\\.(\\w+) ?\\([^;]*\\)");

    private final Map<String, String> listed;

    Known(Map<String, String> listed) {
        this.listed = listed;
    }

    /** Blocks of lines, parted by empty lines: {@code # why}, then the statement. */
    static Known inFile() {
        try (var file = Known.class.getResourceAsStream(FILE)) {
            var text = new String(java.util.Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
            var listed = new LinkedHashMap<String, String>();
            for (var block : text.strip().split("\\n\\s*\\n")) {
                listed.put(
                        lines(block, false),
                        lines(block, true).replaceAll("(^| )# ?", " ").strip());
            }
            listed.remove("");
            return new Known(listed);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
