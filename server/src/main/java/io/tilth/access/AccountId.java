package io.tilth.access;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.tilth.kernel.Ids;
import java.util.UUID;

/** Identifies an account: one person's place in one tenant. */
public record AccountId(@JsonValue UUID value) {

    public static AccountId next() {
        return new AccountId(Ids.next());
    }

    @JsonCreator
    public static AccountId of(String value) {
        return new AccountId(UUID.fromString(value));
    }
}
