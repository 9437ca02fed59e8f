package io.tilth.tracking;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.tilth.kernel.Ids;
import java.util.UUID;

/** Identifies one device's reading of one share. */
public record VisitId(@JsonValue UUID value) {

    public static VisitId next() {
        return new VisitId(Ids.next());
    }

    @JsonCreator
    public static VisitId of(String value) {
        return new VisitId(UUID.fromString(value));
    }
}
