package io.tilth.drill.site;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;

/** The packaged server as it was before its newest feature had a table: the same jar without that migration. */
final class OldVersion {

    /** Code plans, 活码方案; nothing that the crowd of the drill does needs them. */
    private static final String NEWEST = "BOOT-INF/classes/db/migration/acquisition/V7__plan.sql";

    private OldVersion() {}

    static Path of(Path jar, Path folder) throws IOException {
        var old = folder.resolve("old-version.jar");
        Files.copy(jar, old);
        try (var inside = FileSystems.newFileSystem(old)) {
            Files.delete(inside.getPath(NEWEST));
        }
        return old;
    }
}
