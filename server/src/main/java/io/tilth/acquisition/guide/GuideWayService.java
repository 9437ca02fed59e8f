package io.tilth.acquisition.guide;

import io.tilth.acquisition.ChannelCodeId;
import io.tilth.acquisition.CodeRoutes;
import io.tilth.acquisition.CodeRoutes.Route;
import io.tilth.acquisition.guide.GuideWay.Order;
import io.tilth.directory.Members;
import io.tilth.directory.Members.Member;
import io.tilth.wecom.ContactWays.Way;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What WeCom ought to know of single members, and what it was told; each step commits for itself. */
@Service
@Transactional
class GuideWayService {

    private final CodeRoutes routes;
    private final GuideWayRepository ways;
    private final Members members;

    GuideWayService(CodeRoutes routes, GuideWayRepository ways, Members members) {
        this.routes = routes;
        this.ways = ways;
        this.members = members;
    }

    @Transactional(readOnly = true)
    List<Order> due(ChannelCodeId code) {
        var route = routes.find(code).orElseThrow();
        var known = ways.of(code).stream().collect(Collectors.toMap(GuideWay::member, Function.identity()));
        return members.findAll(routes.everybody(code)).values().stream()
                .sorted(Comparator.comparing(Member::userId))
                .map(member -> order(route, member, known.computeIfAbsent(member.id(), GuideWay::next)))
                .filter(order -> !order.wanted().toString().equals(order.way().live()))
                .toList();
    }

    private static Order order(Route route, Member member, GuideWay way) {
        var state = route.state() + "_" + way.key();
        var wanted = new Way(route.name(), state, List.of(member.userId()), route.skipVerify(), false);
        return new Order(route.company(), way, wanted);
    }

    /** Before WeCom is asked, so that a lost answer is found again by its state. */
    Order begin(ChannelCodeId code, Order order) {
        ways.insert(code, order.way());
        return order;
    }

    void made(ChannelCodeId code, Order order, String configId, byte[] picture) {
        ways.made(code, order.way().member(), configId, picture);
        told(code, order);
    }

    void told(ChannelCodeId code, Order order) {
        ways.told(code, order.way().member(), order.wanted().toString());
    }

    @Transactional(readOnly = true)
    boolean any(ChannelCodeId code) {
        return !ways.ready(code).isEmpty();
    }

    @Transactional(readOnly = true)
    Set<String> configs(ChannelCodeId code) {
        return ways.of(code).stream().flatMap(way -> way.configId().stream()).collect(Collectors.toSet());
    }

    /** The picture of a way; empty where there is no such page. */
    @Transactional(readOnly = true)
    Optional<byte[]> picture(String page, String key) {
        return routes.ofPage(page).flatMap(route -> ways.picture(route.id(), key));
    }
}
