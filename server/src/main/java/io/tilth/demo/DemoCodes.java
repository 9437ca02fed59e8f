package io.tilth.demo;

import io.tilth.acquisition.ChannelCodeDesk;
import io.tilth.acquisition.ChannelCodeDesk.Wanted;
import io.tilth.acquisition.ChannelCodeId;
import io.tilth.acquisition.CodeForm;
import io.tilth.content.MaterialId;
import io.tilth.directory.MemberId;
import io.tilth.directory.Members;
import io.tilth.directory.Members.Member;
import io.tilth.directory.Shops;
import io.tilth.directory.Standings;
import io.tilth.wecom.CompanyId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Thirty-eight codes: of twelve shops, fourteen estates, six events, four online, and two that are retired. */
@Component
@Profile("demo")
class DemoCodes {

    /** As the sandbox numbers them. */
    static final List<String> SHOPS =
            List.of("滨江店", "拱墅店", "西湖店", "余杭店", "萧山店", "临平店", "钱塘店", "鄞州店", "海曙店", "江北店", "南湖店", "秀洲店");

    static final String ESTATE = "楼盘地推码";

    private static final Map<String, CodeForm> FORMS = Map.of(
            "hemuli-online-xiaohongshu", CodeForm.GUIDED,
            "hemuli-online-douyin", CodeForm.LINK);

    private static final List<String> CHANNELS = List.of("门店台卡", "抖音获客链接", ESTATE, "小红书引导页", "老客推荐", "公众号菜单");
    private static final List<String> ESTATES = List.of(
            "滨江·江南里", "望潮府", "云栖玫瑰园", "城西银泰公馆", "湘湖壹号", "东部湾", "钱塘印", "鄞江晓庐", "月湖金茂", "姚江府", "南湖天地", "运河上郡", "春风里",
            "柳岸名邸");
    private static final List<String> EVENTS =
            List.of("滨江 整装开放日", "拱墅 业主答疑会", "西湖 收纳讲座", "宁波 家博会", "萧山 样板间开放", "嘉兴 团购会");
    private static final int EVENT_CAP = 15;
    private static final String DAY = "您好，我是{门店}的{称呼} 👋 选购、预约、售后都可以直接找我。这份《{素材}》先给您参考，有想了解的随时说~";
    private static final String NIGHT = "您好，我是{门店}的{称呼}，这会儿已下班，明早 9 点后第一时间回复您。着急可拨 {门店电话}。";

    private final ChannelCodeDesk desk;
    private final Members members;
    private final Shops shops;
    private final Standings standings;

    DemoCodes(ChannelCodeDesk desk, Members members, Shops shops, Standings standings) {
        this.desk = desk;
        this.members = members;
        this.shops = shops;
        this.standings = standings;
    }

    /** Nothing when they are there. */
    boolean open(CompanyId company, UUID by) {
        if (desk.ofState(shop(1)).isPresent()) {
            return false;
        }
        var staff = new Staff(company);
        CHANNELS.forEach(name -> desk.channel(name, CHANNELS.indexOf(name)));
        for (int number = 1; number <= SHOPS.size(); number++) {
            open(
                    company,
                    by,
                    "门店台卡",
                    SHOPS.get(number - 1) + "台卡",
                    shop(number),
                    staff.ofShop(number),
                    Optional.empty());
        }
        for (int number = 1; number <= ESTATES.size(); number++) {
            var people = staff.ofShop((number - 1) % SHOPS.size() + 1);
            open(company, by, ESTATE, ESTATES.get(number - 1), estate(number), people, Optional.empty());
        }
        for (int number = 1; number <= EVENTS.size(); number++) {
            var people = number == 1 ? staff.fair() : staff.ofShop(number);
            var cap = number == 1 ? Optional.of(EVENT_CAP) : Optional.<Integer>empty();
            open(company, by, ESTATE, EVENTS.get(number - 1), "hemuli-event-%02d".formatted(number), people, cap);
        }
        online().forEach((state, name) -> open(company, by, name, name, state, staff.online(), Optional.empty()));
        retire(company, by, staff);
        return true;
    }

    private void retire(CompanyId company, UUID by, Staff staff) {
        var names = List.of("拱墅旧址台卡", "春季家博会");
        for (int number = 1; number <= names.size(); number++) {
            var state = "hemuli-retired-%02d".formatted(number);
            var code = open(company, by, "门店台卡", names.get(number - 1), state, staff.ofShop(2), Optional.empty());
            desk.retire(code);
        }
    }

    /** Only now: who came in the past was not greeted by it. */
    void greet(MaterialId material) {
        states().flatMap(state -> desk.ofState(state).stream())
                .forEach(code -> desk.greet(code, DAY, NIGHT, List.of(material)));
    }

    /** Which channel each code belongs to. */
    Map<ChannelCodeId, String> channels() {
        var channels = new HashMap<ChannelCodeId, String>();
        states().forEach(state -> desk.ofState(state).ifPresent(code -> channels.put(code, channel(state))));
        return channels;
    }

    private static String channel(String state) {
        if (state.startsWith("hemuli-shop")) {
            return "门店台卡";
        }
        return online().getOrDefault(state, ESTATE);
    }

    private ChannelCodeId open(
            CompanyId company,
            UUID by,
            String channel,
            String name,
            String state,
            People people,
            Optional<Integer> cap) {
        var place = desk.channel(channel, CHANNELS.indexOf(channel));
        var form = FORMS.getOrDefault(state, CodeForm.DIRECT);
        return desk.open(new Wanted(company, form, place, name, state, people.members(), people.spares(), cap, by));
    }

    private static Stream<String> states() {
        return Stream.of(
                        IntStream.rangeClosed(1, SHOPS.size()).mapToObj(DemoCodes::shop),
                        IntStream.rangeClosed(1, ESTATES.size()).mapToObj(DemoCodes::estate),
                        IntStream.rangeClosed(1, EVENTS.size()).mapToObj("hemuli-event-%02d"::formatted),
                        online().keySet().stream())
                .flatMap(states -> states);
    }

    private static Map<String, String> online() {
        return Map.of(
                "hemuli-online-douyin",
                "抖音获客链接",
                "hemuli-online-xiaohongshu",
                "小红书引导页",
                "hemuli-online-referral",
                "老客推荐",
                "hemuli-online-mp-menu",
                "公众号菜单");
    }

    private static String shop(int number) {
        return "hemuli-shop-%02d".formatted(number);
    }

    static String estate(int number) {
        return "hemuli-estate-%02d".formatted(number);
    }

    private record People(Set<MemberId> members, Set<MemberId> spares) {}

    /** Who works where. */
    private final class Staff {
        private final Map<String, List<Member>> ofShops = new HashMap<>();
        private final Map<String, MemberId> managers = new HashMap<>();
        private final Set<MemberId> online = new LinkedHashSet<>();

        Staff(CompanyId company) {
            var users = members.withCustomers(company);
            members.findAll(members.ofUsers(company, users).values()).values().forEach(this::place);
        }

        private void place(Member member) {
            var standing = standings.of(member.id());
            var shop = shops.of(member.id()).map(Shops.Place::name);
            if (shop.isPresent()) {
                ofShops.computeIfAbsent(shop.get(), any -> new ArrayList<>()).add(member);
                if (standing.leadsShop()) {
                    managers.put(shop.get(), member.id());
                }
            } else if (standing.position().filter(one -> one.startsWith("网销")).isPresent()) {
                online.add(member.id());
            }
        }

        People ofShop(int number) {
            var name = SHOPS.get(number - 1);
            var all = new LinkedHashSet<MemberId>();
            ofShops.getOrDefault(name, List.of()).forEach(one -> all.add(one.id()));
            var manager = Optional.ofNullable(managers.get(name)).filter(one -> all.size() > 1);
            manager.ifPresent(all::remove);
            return new People(all, manager.map(Set::of).orElse(Set.of()));
        }

        /** All three of 滨江, and another shop's manager for who comes when they are full. */
        People fair() {
            var all = new LinkedHashSet<>(ofShop(1).members());
            all.addAll(ofShop(1).spares());
            return new People(all, ofShop(3).spares());
        }

        People online() {
            return new People(online, Set.of());
        }
    }
}
