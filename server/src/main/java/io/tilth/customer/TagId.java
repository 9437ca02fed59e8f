package io.tilth.customer;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.tilth.kernel.Ids;
import java.util.UUID;

/** Identifies a corp tag, 企业标签. */
public record TagId(@JsonValue UUID value) {

    public static TagId next() {
        return new TagId(Ids.next());
    }

    @JsonCreator
    public static TagId of(String value) {
        return new TagId(UUID.fromString(value));
    }
}
