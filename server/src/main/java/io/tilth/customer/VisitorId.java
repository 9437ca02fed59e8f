package io.tilth.customer;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.tilth.kernel.Ids;
import java.util.UUID;

/** Identifies a reader: one device, whoever holds it. A join later ties it to a customer. */
public record VisitorId(@JsonValue UUID value) {

    public static VisitorId next() {
        return new VisitorId(Ids.next());
    }

    @JsonCreator
    public static VisitorId of(String value) {
        return new VisitorId(UUID.fromString(value));
    }
}
