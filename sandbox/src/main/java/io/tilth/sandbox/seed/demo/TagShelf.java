package io.tilth.sandbox.seed.demo;

import io.tilth.sandbox.tag.Tag;
import io.tilth.sandbox.tag.TagGroup;
import io.tilth.sandbox.world.Ids;
import io.tilth.sandbox.world.Thing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** The corp tags, made in the admin console long ago. */
final class TagShelf {
    private static final Map<String, List<String>> NAMES = names();

    private final List<Thing> things = new ArrayList<>();
    private final List<List<Tag>> groups = new ArrayList<>();

    TagShelf(String corp, Ids ids, Instant now) {
        var at = now.minus(Duration.ofDays(400));
        long order = NAMES.size();
        for (var entry : NAMES.entrySet()) {
            var group = new TagGroup(corp, ids.id("et"), entry.getKey(), order--, at, 0, false);
            things.add(group);
            var tags = new ArrayList<Tag>();
            for (String name : entry.getValue()) {
                long place = entry.getValue().size() - tags.size();
                tags.add(new Tag(corp, ids.id("et"), group.id(), name, place, at, 0, false));
            }
            things.addAll(tags);
            groups.add(tags);
        }
    }

    Stream<Thing> things() {
        return things.stream();
    }

    /** From none to one of each group, as members tag: the first groups more often than the last. */
    List<String> some(RandomGenerator random) {
        var some = new ArrayList<String>();
        int odds = 60;
        for (var group : groups) {
            if (random.nextInt(100) < odds) {
                some.add(group.get(random.nextInt(group.size())).id());
            }
            odds -= 15;
        }
        return some;
    }

    private static Map<String, List<String>> names() {
        var names = new LinkedHashMap<String, List<String>>();
        names.put("意向等级", List.of("高意向", "中意向", "低意向", "沉睡"));
        names.put("关注品类", List.of("衣柜", "橱柜", "榻榻米", "书柜", "全屋"));
        names.put("购买阶段", List.of("初步了解", "已量尺", "已报价", "已签单", "已安装"));
        names.put("消费层级", List.of("3万以下", "3-5万", "5-8万", "8万以上"));
        return names;
    }
}
