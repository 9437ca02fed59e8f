package io.tilth.content.material;

import io.tilth.content.FileId;
import io.tilth.content.MaterialId;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** A material as it was, or is to be, read. */
record Version(
        MaterialId material,
        int number,
        String title,
        String description,
        Optional<FileId> cover,
        boolean priced,
        Content content,
        String savedBy,
        Instant savedAt,
        Optional<Instant> publishedAt) {

    Version withCover(FileId picture) {
        return new Version(
                material,
                number,
                title,
                description,
                Optional.of(picture),
                priced,
                content,
                savedBy,
                savedAt,
                publishedAt);
    }

    /** All that must stay as long as the material does. */
    Set<FileId> files() {
        var files = new LinkedHashSet<>(content.files());
        cover.ifPresent(files::add);
        return files;
    }

    /** A document's pages come apart. */
    Set<FileId> shown() {
        var shown = new LinkedHashSet<>(content.shown());
        cover.ifPresent(shown::add);
        return shown;
    }
}
