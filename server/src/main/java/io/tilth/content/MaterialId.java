package io.tilth.content;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.tilth.kernel.Ids;
import java.util.UUID;

/** Identifies a material 素材. */
public record MaterialId(@JsonValue UUID value) {

    public static MaterialId next() {
        return new MaterialId(Ids.next());
    }

    @JsonCreator
    public static MaterialId of(String value) {
        return new MaterialId(UUID.fromString(value));
    }
}
