package io.tilth.content;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.tilth.kernel.Ids;
import java.util.UUID;

/** Identifies a stored file of a material, such as a picture or the page of a document. */
public record FileId(@JsonValue UUID value) {

    public static FileId next() {
        return new FileId(Ids.next());
    }

    @JsonCreator
    public static FileId of(String value) {
        return new FileId(UUID.fromString(value));
    }
}
