package io.tilth.acquisition;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.tilth.kernel.Ids;
import java.util.UUID;

/** Identifies a channel 渠道, a node of the tree under which codes hang. */
public record ChannelId(@JsonValue UUID value) {

    public static ChannelId next() {
        return new ChannelId(Ids.next());
    }

    @JsonCreator
    public static ChannelId of(String value) {
        return new ChannelId(UUID.fromString(value));
    }
}
