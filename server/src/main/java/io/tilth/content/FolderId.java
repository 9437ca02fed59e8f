package io.tilth.content;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.tilth.kernel.Ids;
import java.util.UUID;

/** Identifies a folder of materials. */
public record FolderId(@JsonValue UUID value) {

    public static FolderId next() {
        return new FolderId(Ids.next());
    }

    @JsonCreator
    public static FolderId of(String value) {
        return new FolderId(UUID.fromString(value));
    }
}
