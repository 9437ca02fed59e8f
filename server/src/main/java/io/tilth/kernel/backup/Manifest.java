package io.tilth.kernel.backup;

import java.util.List;
import java.util.Map;

/**
 * What a backup holds, to be checked before and after it is restored.
 *
 * @param format changes when an older program could not read the file
 * @param version of the program that made it
 * @param migrations per module, with their checksums: a database of other migrations has other tables
 * @param key tells whether the installation has the same encryption key, and nothing of the key
 */
record Manifest(
        int format,
        String version,
        String takenAt,
        String key,
        Map<String, List<String>> migrations,
        List<Content> tables,
        Map<String, Long> sequences) {

    static final String ENTRY = "manifest.json";
    static final int FORMAT = 1;

    long rows() {
        return tables.stream().mapToLong(Content::rows).sum();
    }

    /** What the file holds of one table. */
    record Content(String table, String entry, List<String> columns, long rows, String sha256) {}
}
