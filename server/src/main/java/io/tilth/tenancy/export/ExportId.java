package io.tilth.tenancy.export;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.tilth.kernel.Ids;
import java.util.UUID;

/** Identifies an export. */
record ExportId(@JsonValue UUID value) {

    static ExportId next() {
        return new ExportId(Ids.next());
    }

    /** Public for path variables. */
    @JsonCreator
    public static ExportId of(String value) {
        return new ExportId(UUID.fromString(value));
    }
}
