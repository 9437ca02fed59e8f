package io.tilth.acquisition.print;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.tilth.kernel.Ids;
import java.util.UUID;

/** Identifies a print pack 打印包. */
record PackId(@JsonValue UUID value) {

    static PackId next() {
        return new PackId(Ids.next());
    }

    /** Public for path variables. */
    @JsonCreator
    public static PackId of(String value) {
        return new PackId(UUID.fromString(value));
    }
}
