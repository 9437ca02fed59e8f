package io.tilth.acquisition;

import java.util.List;
import java.util.Optional;

/** The tree of channels 渠道分组. */
public interface Channels {

    Optional<Channel> find(ChannelId id);

    /** All of them, in the order in which the tree is drawn among sisters. */
    List<Channel> all();

    /** At the top of the tree. */
    ChannelId open(String name, int order);

    /** The one of this name there, opened if there is none yet. */
    ChannelId below(ChannelId parent, String name);

    record Channel(ChannelId id, Optional<ChannelId> parent, String name) {}
}
