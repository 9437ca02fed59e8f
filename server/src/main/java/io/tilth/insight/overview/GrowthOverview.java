package io.tilth.insight.overview;

import io.tilth.acquisition.ChannelId;
import io.tilth.directory.ShopId;
import io.tilth.insight.overview.Period.Stretch;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the company does, 数据概览.
 *
 * @param at as of when
 * @param comparable whether all of the period before was counted; false while that reaches back before the company was
 *     connected
 * @param customers people who are somebody's friends now, 客户数
 * @param friendships friendships, 好友数
 * @param net newcomers less the lost, 净增
 * @param curve by day, or by hour for today
 * @param channels as the tree is drawn: each is followed by those below it
 */
record GrowthOverview(
        Instant at,
        Stretch period,
        Stretch before,
        boolean comparable,
        long customers,
        long friendships,
        Compared newcomers,
        Compared lost,
        Compared net,
        List<GrowthPoint> curve,
        List<ShopGrowth> shops,
        List<ChannelGrowth> channels) {

    /** @param newcomersBefore at the same place of the period before */
    record GrowthPoint(Instant at, long newcomers, long newcomersBefore, long lost) {}

    /** @param friends people who are friends of anybody there now */
    record ShopGrowth(ShopId id, String name, Compared newcomers, Compared lost, long friends) {}

    /**
     * A channel with all below it. Each customer belongs to the one by which they first came.
     *
     * @param id null for customers of whom none is known
     * @param depth 0 at the top
     */
    record ChannelGrowth(
            @Nullable ChannelId id, int depth, String name, Compared newcomers, Compared lost, long friends) {}
}
