package io.tilth.community;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.tilth.kernel.Ids;
import java.util.UUID;

/** Identifies a customer group chat. */
public record GroupChatId(@JsonValue UUID value) {

    public static GroupChatId next() {
        return new GroupChatId(Ids.next());
    }

    @JsonCreator
    public static GroupChatId of(String value) {
        return new GroupChatId(UUID.fromString(value));
    }
}
