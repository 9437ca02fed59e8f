package io.tilth.demo;

import java.util.Map;

/**
 * How much happened in the demo's month.
 *
 * @param shares sent to one customer each, of which so many were {@code opened}, {@code read} for 30 s, and followed by a
 *     contact within a day
 * @param alerts that reached a member, of which {@code likely} name somebody who only probably read
 * @param booked a measuring appointment, of whom so many were {@code measured} and got a quote
 * @param deals by the channel that brought the customer
 * @param strangers readers whom nobody knew, of whom so many were {@code known} later
 */
record DemoFigures(
        int shares,
        int opened,
        int read,
        int contacted,
        int alerts,
        int likely,
        int booked,
        int measured,
        int quoted,
        Map<String, Integer> deals,
        int strangers,
        int known) {

    static final DemoFigures FULL = new DemoFigures(
            1_960,
            1_176,
            588,
            412,
            640,
            29,
            126,
            98,
            71,
            Map.of("门店台卡", 9, "楼盘地推码", 5, "老客推荐", 5, "抖音获客链接", 2, "小红书引导页", 1, "公众号菜单", 1),
            143,
            31);

    int won() {
        return deals.values().stream().mapToInt(Integer::intValue).sum();
    }
}
