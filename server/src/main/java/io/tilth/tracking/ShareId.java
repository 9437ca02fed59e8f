package io.tilth.tracking;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.tilth.kernel.Ids;
import java.util.UUID;

/** Identifies a tracked link 追踪链接 of one material by one member. */
public record ShareId(@JsonValue UUID value) {

    public static ShareId next() {
        return new ShareId(Ids.next());
    }

    @JsonCreator
    public static ShareId of(String value) {
        return new ShareId(UUID.fromString(value));
    }
}
