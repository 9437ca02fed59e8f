package io.tilth.customer;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.tilth.kernel.Ids;
import java.util.UUID;

/** Identifies a customer: a person outside, one per UnionID where known. */
public record CustomerId(@JsonValue UUID value) {

    public static CustomerId next() {
        return new CustomerId(Ids.next());
    }

    @JsonCreator
    public static CustomerId of(String value) {
        return new CustomerId(UUID.fromString(value));
    }
}
