package io.tilth.customer;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.tilth.kernel.Ids;
import java.util.UUID;

/** Identifies a stage 客户阶段 of the journey. */
public record StageId(@JsonValue UUID value) {

    public static StageId next() {
        return new StageId(Ids.next());
    }

    @JsonCreator
    public static StageId of(String value) {
        return new StageId(UUID.fromString(value));
    }
}
