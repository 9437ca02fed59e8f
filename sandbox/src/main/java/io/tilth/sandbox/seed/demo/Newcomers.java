package io.tilth.sandbox.seed.demo;

import io.tilth.sandbox.corp.Member;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * By which code each of the 780 came, and when: 门店台卡 312, 抖音获客链接 186, 楼盘地推码 118, 小红书引导页 74, 老客推荐 52,
 * 公众号菜单 38. A shop's card brings customers to the shop's people, what is online to those who sell online.
 */
final class Newcomers {
    private static final int SHOPS = 12;
    private static final LocalTime EVENT_BEGAN = LocalTime.of(14, 0);
    private static final int EVENT_SECONDS = 3 * 3_600;

    /** Codes that nobody has scanned lately: two estates that are lived in by now, and an event that is over. */
    private static final Set<Channel> QUIET = Set.of(Channel.estate(13), Channel.estate(14));

    private static final Channel FAIR = Channel.event(1);

    private final Channel[] channels = new Channel[Clients.FRESH];
    private final Instant[] moments = new Instant[Clients.FRESH];
    private final Staff staff;
    private final SplittableRandom random;
    private final Rhythm rhythm;

    Newcomers(Staff staff, List<Member> owners, SplittableRandom random, Rhythm rhythm) {
        this.staff = staff;
        this.random = random;
        this.rhythm = rhythm;
        deal(owners);
        for (int i = 0; i < channels.length; i++) {
            moments[i] = moment(i);
        }
        keepInUse();
    }

    Channel channel(int place) {
        return channels[place];
    }

    Instant met(int place) {
        return moments[place];
    }

    private void deal(List<Member> owners) {
        channels[Story.WANG] = Channel.estate(1);
        IntStream.range(Story.FAIR, Story.FAIR + Story.AT_FAIR).forEach(place -> channels[place] = FAIR);
        var online = pool(Stream.of(
                Collections.nCopies(186, Channel.DOUYIN),
                Collections.nCopies(74, Channel.XIAOHONGSHU),
                Collections.nCopies(38, Channel.MENU)));
        var there = pool(Stream.of(
                Collections.nCopies(312, Channel.shop(0)), Collections.nCopies(52, Channel.REFERRAL), estates()));
        var open = IntStream.range(0, channels.length)
                .filter(place -> channels[place] == null)
                .boxed()
                .toList();
        open.stream()
                .filter(place -> staff.shop(owners.get(place)) == 0)
                .forEach(place -> channels[place] = online.removeLast());
        there.addAll(online);
        Collections.shuffle(there, new Random(random.nextLong()));
        open.stream().filter(place -> channels[place] == null).forEach(place -> channels[place] = there.removeLast());
        for (int place = 0; place < channels.length; place++) {
            if (channels[place].equals(Channel.shop(0))) {
                int shop = staff.shop(owners.get(place));
                channels[place] = Channel.shop(shop > 0 ? shop : 1 + random.nextInt(SHOPS));
            }
        }
    }

    private List<Channel> pool(Stream<? extends List<Channel>> some) {
        var pool = new ArrayList<Channel>(some.flatMap(List::stream).toList());
        Collections.shuffle(pool, new Random(random.nextLong()));
        return pool;
    }

    /** Fourteen estates and five events, about three each. */
    private static List<Channel> estates() {
        var codes = Stream.concat(
                        IntStream.rangeClosed(1, 14).mapToObj(Channel::estate),
                        IntStream.rangeClosed(2, 6).mapToObj(Channel::event))
                .toList();
        return IntStream.range(0, 59)
                .mapToObj(number -> codes.get(number % codes.size()))
                .toList();
    }

    private Instant moment(int place) {
        if (channels[place].equals(FAIR)) {
            return rhythm.at(12, EVENT_BEGAN).plusSeconds((long) EVENT_SECONDS * (place - Story.FAIR) / Story.AT_FAIR);
        }
        if (QUIET.contains(channels[place])) {
            return rhythm.within(9, Rhythm.DAYS);
        }
        return Story.met(place, rhythm).orElseGet(rhythm::some);
    }

    /** All other codes were scanned within a week. */
    private void keepInUse() {
        var last = new HashMap<Channel, Integer>();
        for (int place = 0; place < channels.length; place++) {
            if (Story.met(place, rhythm).isEmpty()) {
                last.put(channels[place], place);
            }
        }
        var idle = new HashSet<>(last.keySet());
        idle.removeAll(QUIET);
        idle.remove(FAIR);
        last.entrySet().stream()
                .filter(one -> idle.contains(one.getKey()))
                .sorted(Map.Entry.comparingByValue())
                .forEach(one -> moments[one.getValue()] = rhythm.within(1, 5));
    }
}
