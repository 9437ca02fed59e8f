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
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** 「云栈软件」: eighteen people and a few hundred contacts, so that one can see two companies side by side. */
public final class SecondCompany {
    public static final String CORP = "ww3b7e92d5f04c6a18";
    public static final int AGENT = 1000002;
    public static final String SECRET = "demo-yunzhan-app-secret-3b7e92d5f04c6a18-01";
    private static final int PEOPLE = 18;
    private static final int CUSTOMERS = 240;

    private final Ids ids;
    private final Names names;
    private final Instant now;

    SecondCompany(Ids ids, Names names, Instant now) {
        this.ids = ids;
        this.names = names;
        this.now = now;
    }

    Stream<Thing> things() {
        var company = Stream.<Thing>of(
                Corp.of(CORP, "云栈软件"),
                new Department(CORP, Department.ROOT, "云栈软件", 0, 100_000_000),
                new Department(CORP, 2, "销售", 1, 30),
                new Department(CORP, 3, "客户成功", 1, 20),
                new Department(CORP, 4, "研发", 1, 10),
                App.selfBuilt(CORP, AGENT, "Tilth 客户经营", SECRET).withTrust(Neighbours.DOMAIN, Set.of()));
        var people = IntStream.range(0, PEOPLE).mapToObj(this::member).toList();
        return Stream.of(
                        company,
                        people.stream(),
                        IntStream.range(0, CUSTOMERS)
                                .boxed()
                                .flatMap(number -> customer(number, people.get(number % 10))))
                .flatMap(things -> things);
    }

    private Member member(int number) {
        String[] name = names.colleague();
        String position = number < 6 ? "销售顾问" : number < 10 ? "客户成功经理" : "工程师";
        int department = number < 6 ? 2 : number < 10 ? 3 : 4;
        return Member.of(CORP, name[1] + number, name[0], position, department);
    }

    private Stream<Thing> customer(int number, Member owner) {
        var person = Person.wechat(ids.letters(22), names.person(), 1 + number % 2);
        var customer = new Customer(CORP, ids.id("wm"), person.id());
        var at = now.minusSeconds(40_000L * (number + 1));
        return Stream.of(
                person, customer, Follow.begin(CORP, owner.id(), customer.id(), Bond.FULL, at, "", 1, customer.id()));
    }
}
