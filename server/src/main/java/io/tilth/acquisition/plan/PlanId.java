package io.tilth.acquisition.plan;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.tilth.kernel.Ids;
import java.util.UUID;

/** Identifies a plan 活码方案. */
record PlanId(@JsonValue UUID value) {

    static PlanId next() {
        return new PlanId(Ids.next());
    }

    /** Public for path variables. */
    @JsonCreator
    public static PlanId of(String value) {
        return new PlanId(UUID.fromString(value));
    }
}
