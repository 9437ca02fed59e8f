package io.tilth.guard.matrix;

import io.tilth.guard.matrix.Table.Column;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes up values, as SQL literals, that a column's type and simple checks accept; never the same twice if it can. */
final class Values {

    private static final AtomicLong NUMBERS = new AtomicLong(System.nanoTime() % 1_000_000);

    private static final Pattern CHOICE = Pattern.compile("ARRAY\\['([^']*)'|= '([^']*)'::");
    private static final Pattern AT_LEAST = Pattern.compile("length\\(\\(?%s\\)?(?:::text\\))?\\) >=? (\\d+)");
    private static final Pattern AT_MOST = Pattern.compile("length\\(\\(?%s\\)?(?:::text\\))?\\) <=? (\\d+)");
    private static final Pattern SIZED = Pattern.compile("character(?: varying)?\\((\\d+)\\)");

    private Values() {}

    static Optional<String> of(Column column) {
        if (column.name().equals("version")) {
            return Optional.of("1"); // as nobody has changed it since it was made
        }
        return chosen(column)
                .or(() -> byType(column))
                .map(text -> "'" + text.replace("'", "''") + "'::" + column.type());
    }

    private static Optional<String> chosen(Column column) {
        if (!column.labels().isEmpty()) {
            return Optional.of(column.labels().getFirst());
        }
        if (column.type().equals("uuid")) {
            return Optional.empty(); // a check may name another column's words beside it
        }
        return column.checks().stream()
                .map(CHOICE::matcher)
                .filter(Matcher::find)
                .map(choice -> choice.group(1) == null ? choice.group(2) : choice.group(1))
                .findFirst();
    }

    private static Optional<String> byType(Column column) {
        var type = column.type();
        if (type.endsWith("[]")) {
            return Optional.of("{}");
        }
        return Optional.ofNullable(
                switch (type.replaceAll("\\(.*", "")) {
                    case "uuid" -> UUID.randomUUID().toString();
                    case "text", "character varying", "character" -> text(column);
                    case "smallint" -> Long.toString(NUMBERS.incrementAndGet() % 30_000);
                    case "integer", "bigint", "numeric", "double precision", "real", "xid8" ->
                        Long.toString(NUMBERS.incrementAndGet());
                    case "boolean" -> "true";
                    case "timestamp with time zone", "timestamp without time zone", "timestamp", "date" -> "2099-01-01";
                    case "time with time zone", "time without time zone", "time" -> "12:00";
                    case "interval" -> "1 day";
                    case "jsonb", "json" -> "{}";
                    case "bytea" -> "\\x" + UUID.randomUUID().toString().replace("-", "");
                    case "inet" -> "127.0.0.1";
                    default -> null;
                });
    }

    private static String text(Column column) {
        var random = "t" + UUID.randomUUID().toString().replace("-", "");
        int least = limit(column, AT_LEAST, 1);
        int most = Math.min(limit(column, AT_MOST, random.length()), size(column.type(), random.length()));
        return random.repeat(1 + least / random.length()).substring(0, Math.max(least, most));
    }

    private static int limit(Column column, Pattern pattern, int otherwise) {
        var named = Pattern.compile(pattern.pattern().replace("%s", Pattern.quote(column.name())));
        return column.checks().stream()
                .map(named::matcher)
                .filter(Matcher::find)
                .map(found -> Integer.parseInt(found.group(1)))
                .findFirst()
                .orElse(otherwise);
    }

    private static int size(String type, int otherwise) {
        var size = SIZED.matcher(type);
        return size.matches() ? Integer.parseInt(size.group(1)) : otherwise;
    }
}
