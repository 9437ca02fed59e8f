package io.tilth.content.material;

import io.tilth.content.FolderId;
import io.tilth.content.Materials.Kind;
import io.tilth.content.Materials.State;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Which materials are wanted. @param state {@code PUBLISHED} finds all that customers can read just now */
record MaterialFilter(
        @Nullable @Size(max = 60) String q,
        @Nullable Kind kind,
        @Nullable FolderId folder,
        @Nullable State state) {

    String words() {
        return q == null ? "" : q.strip();
    }
}
