package io.tilth.insight.overview;

import io.tilth.acquisition.ChannelId;
import io.tilth.directory.MemberId;
import io.tilth.directory.ShopId;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * The rows that somebody wants to see.
 *
 * @param channel with all below it
 * @param withoutChannel of customers who came by no channel that is known; needs no {@code channel}
 */
record WantedFigure(
        @NotNull Figure figure,
        @NotNull Period period,
        @Nullable ShopId shop,
        @Nullable MemberId member,
        @Nullable ChannelId channel,
        @Nullable Boolean withoutChannel) {

    boolean isByNoChannel() {
        return Boolean.TRUE.equals(withoutChannel);
    }
}
