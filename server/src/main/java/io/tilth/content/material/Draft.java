package io.tilth.content.material;

import io.tilth.content.FileId;
import io.tilth.content.FolderId;
import java.util.Optional;

/** What somebody wrote and wants kept. */
record Draft(
        String title,
        String description,
        Optional<FileId> cover,
        boolean priced,
        Optional<FolderId> folder,
        Content content) {}
