package io.tilth.sandbox.seed.demo;

import io.tilth.sandbox.contact.Customer;
import io.tilth.sandbox.contact.Follow;
import io.tilth.sandbox.contact.Follow.Bond;
import io.tilth.sandbox.contact.Person;
import io.tilth.sandbox.corp.App;
import io.tilth.sandbox.corp.Corp;
import io.tilth.sandbox.corp.Department;
import io.tilth.sandbox.corp.Member;
import io.tilth.sandbox.seed.Names;
import io.tilth.sandbox.seed.Neighbours;
import io.tilth.sandbox.world.Ids;
import io.tilth.sandbox.world.Thing;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** 「禾木里新店」: three people and a dozen customers, not connected yet, to walk through connecting oneself. */
public final class NewShop {
    public static final String CORP = "ww6d4b81c0f92e57a3";
    public static final int AGENT = 1000002;
    public static final String SECRET = "demo-new-shop-app-secret-6d4b81c0f92e57a3-01";
    private static final int CUSTOMERS = 12;

    private final Ids ids;
    private final Names names;
    private final Instant now;

    NewShop(Ids ids, Names names, Instant now) {
        this.ids = ids;
        this.names = names;
        this.now = now;
    }

    Stream<Thing> things() {
        var people = List.of(
                Member.of(CORP, "dinglan", "丁岚", "店长", 2),
                Member.of(CORP, "fanyu", "范宇", "家居顾问", 2),
                Member.of(CORP, "jiangning", "姜宁", "家居顾问", 2));
        var company = Stream.<Thing>of(
                Corp.of(CORP, "禾木里新店"),
                new Department(CORP, Department.ROOT, "禾木里新店", 0, 100_000_000),
                new Department(CORP, 2, "绍兴柯桥店", 1, 10),
                App.selfBuilt(CORP, AGENT, "Tilth 客户经营", SECRET).withTrust(Neighbours.DOMAIN, Set.of()));
        var customers = IntStream.range(0, CUSTOMERS).boxed().flatMap(number -> customer(number, people));
        return Stream.of(company, people.stream(), customers).flatMap(things -> things);
    }

    private Stream<Thing> customer(int number, List<Member> people) {
        var person = Person.wechat(ids.letters(22), names.person(), 1 + number % 2);
        var customer = new Customer(CORP, ids.id("wm"), person.id());
        var owner = people.get(number % people.size());
        var at = now.minusSeconds(50_000L * (number + 1));
        return Stream.of(
                person, customer, Follow.begin(CORP, owner.id(), customer.id(), Bond.FULL, at, "", 1, customer.id()));
    }
}
