package io.tilth.sandbox.seed.demo;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;

/** How a customer came. */
record Channel(String state, int addWay) {
    static final Channel OLD = new Channel("", 1);
    static final Channel SHARED = new Channel("", 201);
    private static final Channel ESTATE = new Channel("estate", 1);

    /** 门店台卡 312, 抖音获客链接 186, 楼盘地推码 118, 小红书引导页 74, 老客推荐 52, 公众号菜单 38. */
    static List<Channel> deal(SplittableRandom random, int count) {
        var deal = new ArrayList<Channel>();
        deal.addAll(Collections.nCopies(312, new Channel("shop-card", 1)));
        deal.addAll(Collections.nCopies(186, new Channel("douyin", 16)));
        deal.addAll(Collections.nCopies(117, ESTATE));
        deal.addAll(Collections.nCopies(74, new Channel("xiaohongshu", 1)));
        deal.addAll(Collections.nCopies(52, new Channel("referral", 3)));
        deal.addAll(Collections.nCopies(38, new Channel("mp-menu", 1)));
        Collections.shuffle(deal, new Random(random.nextLong()));
        // The first of them all came through the code of an estate.
        deal.addFirst(ESTATE);
        return deal.subList(0, count);
    }
}
