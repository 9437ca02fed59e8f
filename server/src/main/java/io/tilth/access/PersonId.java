package io.tilth.access;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.tilth.kernel.Ids;
import java.util.UUID;

/** Identifies a person who signs in, whatever the tenant. */
public record PersonId(@JsonValue UUID value) {

    public static PersonId next() {
        return new PersonId(Ids.next());
    }

    @JsonCreator
    public static PersonId of(String value) {
        return new PersonId(UUID.fromString(value));
    }
}
