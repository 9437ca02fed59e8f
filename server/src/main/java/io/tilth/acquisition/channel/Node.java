package io.tilth.acquisition.channel;

import io.tilth.acquisition.ChannelId;
import io.tilth.kernel.Refusal;
import java.util.Optional;

/** A channel in the tree. */
record Node(ChannelId id, Optional<ChannelId> parent, String name, int order, int version) {

    Node {
        name = name.strip();
        Refusal.unless(!name.isEmpty(), "channel-without-name");
    }
}
