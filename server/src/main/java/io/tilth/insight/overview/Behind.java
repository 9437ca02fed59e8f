package io.tilth.insight.overview;

import io.tilth.acquisition.ChannelId;
import io.tilth.directory.ShopId;
import java.util.Optional;
import java.util.Set;

/**
 * Which of the rows behind a figure are wanted.
 *
 * @param channels of customers who came by any of these
 * @param but of customers who came by none of these
 */
record Behind(Optional<ShopId> shop, Optional<Set<ChannelId>> channels, Optional<Set<ChannelId>> but) {}
