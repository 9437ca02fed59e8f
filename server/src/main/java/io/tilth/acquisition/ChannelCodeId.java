package io.tilth.acquisition;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.tilth.kernel.Ids;
import java.util.UUID;

/** Identifies a channel code 渠道活码. */
public record ChannelCodeId(@JsonValue UUID value) {

    public static ChannelCodeId next() {
        return new ChannelCodeId(Ids.next());
    }

    @JsonCreator
    public static ChannelCodeId of(String value) {
        return new ChannelCodeId(UUID.fromString(value));
    }
}
