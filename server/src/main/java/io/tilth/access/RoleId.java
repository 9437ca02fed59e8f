package io.tilth.access;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.tilth.kernel.Ids;
import java.util.UUID;

/** Identifies a role, built-in or a tenant's own. */
public record RoleId(@JsonValue UUID value) {

    public static RoleId next() {
        return new RoleId(Ids.next());
    }

    @JsonCreator
    public static RoleId of(String value) {
        return new RoleId(UUID.fromString(value));
    }
}
