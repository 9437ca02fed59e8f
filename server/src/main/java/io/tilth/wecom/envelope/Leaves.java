package io.tilth.wecom.envelope;

import io.tilth.wecom.Envelopes.Form;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The leaves of a message: nested ones as {@code ScanInfo.Type}, repeated ones joined by commas. */
final class Leaves {

    private static final int DEEPEST = 8;
    private static final int MOST = 2_000;

    private final Map<String, StringBuilder> found = new LinkedHashMap<>();
    private int count;

    /** Empty when the text is not of that form, or strange enough not to be WeCom's. */
    static Optional<Map<String, String>> of(Form form, String text) {
        return switch (form) {
            case XML -> XmlReading.read(text);
            case JSON -> JsonReading.read(text);
        };
    }

    boolean isTooMuch(int depth) {
        return depth > DEEPEST || ++count > MOST;
    }

    void add(String path, String value) {
        var before = found.putIfAbsent(path, new StringBuilder(value.strip()));
        if (before != null) {
            before.append(',').append(value.strip());
        }
    }

    Map<String, String> all() {
        var all = new LinkedHashMap<String, String>();
        found.forEach((path, value) -> all.put(path, value.toString()));
        return all;
    }
}
