package io.tilth.directory;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.tilth.kernel.Ids;
import java.util.UUID;

/** Identifies a member, 员工. */
public record MemberId(@JsonValue UUID value) {

    public static MemberId next() {
        return new MemberId(Ids.next());
    }

    @JsonCreator
    public static MemberId of(String value) {
        return new MemberId(UUID.fromString(value));
    }
}
