package io.tilth.customer;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.tilth.kernel.Ids;
import java.util.UUID;

/** Identifies one member's friendship with one customer. */
public record FollowId(@JsonValue UUID value) {

    public static FollowId next() {
        return new FollowId(Ids.next());
    }

    @JsonCreator
    public static FollowId of(String value) {
        return new FollowId(UUID.fromString(value));
    }
}
