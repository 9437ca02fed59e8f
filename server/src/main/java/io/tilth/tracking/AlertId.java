package io.tilth.tracking;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.tilth.kernel.Ids;
import java.util.UUID;

/** Identifies an alert 访客提醒. */
public record AlertId(@JsonValue UUID value) {

    public static AlertId next() {
        return new AlertId(Ids.next());
    }

    @JsonCreator
    public static AlertId of(String value) {
        return new AlertId(UUID.fromString(value));
    }
}
