package io.tilth.content.material;

import io.tilth.content.FileId;
import java.time.Instant;
import java.util.Optional;

/** What customers once read, or read now. */
record PastVersion(int number, String title, String savedBy, Optional<Instant> publishedAt, boolean live) {

    static PastVersion of(Version version, Optional<Integer> live) {
        return new PastVersion(
                version.number(),
                version.title(),
                version.savedBy(),
                version.publishedAt(),
                live.filter(number -> number == version.number()).isPresent());
    }

    /** All of it, to take it up again. */
    record Whole(String title, String description, Optional<FileId> cover, boolean priced, Content content) {}
}
