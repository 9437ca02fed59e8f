package io.tilth.guard.statement;

import java.util.Locale;

/** Names as PostgreSQL reads them. */
final class Names {

    private Names() {}

    /** Lower case, unless it is quoted. */
    static String plain(String name) {
        boolean quoted = name.length() > 1 && name.startsWith("\"") && name.endsWith("\"");
        return quoted ? name.substring(1, name.length() - 1) : name.toLowerCase(Locale.ROOT);
    }
}
