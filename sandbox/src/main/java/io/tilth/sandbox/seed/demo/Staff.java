package io.tilth.sandbox.seed.demo;

import io.tilth.sandbox.corp.Department;
import io.tilth.sandbox.corp.Departure;
import io.tilth.sandbox.corp.Member;
import io.tilth.sandbox.corp.Member.Status;
import io.tilth.sandbox.seed.Names;
import io.tilth.sandbox.world.Thing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Who works there: four at headquarters, six online, twelve shop managers, twenty-two advisers, four in service. */
final class Staff {
    static final String LEFT = "zhoulei";
    private static final int MARKET = 2;
    private static final int ONLINE = 3;
    private static final int SERVICE = 4;
    private static final int FIRST_SHOP = 11;
    private static final List<String> CITIES = List.of("杭州", "宁波", "嘉兴");
    private static final List<String> SHOPS =
            List.of("滨江店", "拱墅店", "西湖店", "余杭店", "萧山店", "临平店", "钱塘店", "鄞州店", "海曙店", "江北店", "南湖店", "秀洲店");

    private final List<Member> members = new ArrayList<>();
    private final Set<String> taken = new HashSet<>();
    private final String corp;
    private final Names names;
    private final Instant now;

    Staff(String corp, Names names, Instant now) {
        this.corp = corp;
        this.names = names;
        this.now = now;
        headquarters();
        shops();
    }

    Stream<Thing> things() {
        var departure = new Departure(corp, LEFT, now.minus(Duration.ofDays(18)));
        return Stream.of(departments(), members.stream(), Stream.<Thing>of(departure))
                .flatMap(things -> things);
    }

    /** Those who have customers, with the share that each has of them; the two advisers of the story have fixed numbers. */
    List<Member> members() {
        return members;
    }

    Member member(String user) {
        return members.stream()
                .filter(member -> member.id().equals(user))
                .findFirst()
                .orElseThrow();
    }

    /** The number of the shop where the member works, from 1; 0 for who works in none. */
    int shop(Member member) {
        return Math.max(0, member.departments().getFirst() - FIRST_SHOP + 1);
    }

    /** Who works in the shop, the manager first. */
    List<String> ofShop(int number) {
        return members.stream()
                .filter(member -> shop(member) == number && member.isActive())
                .map(Member::id)
                .toList();
    }

    private Stream<Thing> departments() {
        var all = new ArrayList<Thing>();
        all.add(new Department(corp, Department.ROOT, "禾木里全屋定制", 0, 100_000_000));
        all.add(new Department(corp, MARKET, "总部市场", 1, 900));
        all.add(new Department(corp, ONLINE, "网销", 1, 800));
        all.add(new Department(corp, SERVICE, "客服", 1, 700));
        for (int city = 0; city < CITIES.size(); city++) {
            all.add(new Department(corp, 5 + city, CITIES.get(city), 1, 600 - city));
        }
        for (int shop = 0; shop < SHOPS.size(); shop++) {
            all.add(new Department(corp, FIRST_SHOP + shop, SHOPS.get(shop), 5 + city(shop), 100 - shop));
        }
        return all.stream();
    }

    private void headquarters() {
        hire("zhengzong", "郑国栋", "总经理", MARKET);
        lead("shenzhixia", "沈知夏", "市场总监", MARKET);
        hire("市场专员", MARKET, 2);
        lead("hechuan", "何川", "网销主管", ONLINE);
        hire("网销专员", ONLINE, 5);
        lead("xuan", "许安", "客服主管", SERVICE);
        hire("客服专员", SERVICE, 3);
    }

    /** Two advisers in each of the ten larger shops, one in each of the two smallest. */
    private void shops() {
        for (int shop = 0; shop < SHOPS.size(); shop++) {
            int department = FIRST_SHOP + shop;
            if (shop == 0) {
                lead("gumin", "顾敏", "店长", department);
                hire("linxiao", "林晓", "家居顾问", department);
            } else {
                String[] name = name();
                lead(name[1], name[0], "店长", department);
            }
            if (shop == 1) {
                hire("chenyan", "陈燕", "家居顾问", department);
            }
            int there = shop < 2 ? 1 : 2;
            hire("家居顾问", department, shop < SHOPS.size() - 2 ? there : 1);
        }
        members.add(Member.of(corp, LEFT, "周磊", "家居顾问", FIRST_SHOP).with(Status.LEFT));
    }

    private void hire(String position, int department, int count) {
        for (int i = 0; i < count; i++) {
            String[] name = name();
            hire(name[1], name[0], position, department);
        }
    }

    private void hire(String id, String name, String position, int department) {
        taken.add(id);
        members.add(Member.of(corp, id, name, position, department));
    }

    private void lead(String id, String name, String position, int department) {
        taken.add(id);
        members.add(Member.of(corp, id, name, position, department).leading(department));
    }

    private String[] name() {
        String[] name = names.colleague();
        while (!taken.add(name[1])) {
            name = names.colleague();
        }
        return name;
    }

    private static int city(int shop) {
        return shop < 7 ? 0 : shop < 10 ? 1 : 2;
    }
}
