package io.tilth.sandbox.seed;

import static io.tilth.sandbox.seed.EmptyCompany.CORP;

import io.tilth.sandbox.contact.Customer;
import io.tilth.sandbox.contact.Follow;
import io.tilth.sandbox.contact.Follow.Bond;
import io.tilth.sandbox.contact.Person;
import io.tilth.sandbox.corp.Department;
import io.tilth.sandbox.corp.Member;
import io.tilth.sandbox.world.Ids;
import io.tilth.sandbox.world.Thing;
import java.time.Instant;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A company of any size: members {@code member0}…, a department for each hundred, customers dealt out in turn. */
public final class BigCompany {
    private static final int IN_DEPARTMENT = 100;
    private static final int SECOND_FOLLOWER = 10;

    private final Ids ids = new Ids(new SplittableRandom(20261122));
    private final Names names = new Names(new SplittableRandom(7));
    private final int members;
    private final int customers;
    private final Instant now;

    public BigCompany(int members, int customers, Instant now) {
        this.members = members;
        this.customers = customers;
        this.now = now;
    }

    public Stream<Thing> things() {
        var departments = IntStream.rangeClosed(0, (members - 1) / IN_DEPARTMENT)
                .mapToObj(number -> new Department(CORP, department(number), "门店 " + (number + 1), 1, number));
        var people = IntStream.range(0, members).mapToObj(this::member);
        return Stream.of(
                        EmptyCompany.things(),
                        departments,
                        people,
                        IntStream.range(0, customers).boxed().flatMap(this::customer))
                .flatMap(things -> things);
    }

    public static String user(int number) {
        return "member" + number;
    }

    private Member member(int number) {
        return Member.of(CORP, user(number), names.person(), "顾问", department(number / IN_DEPARTMENT));
    }

    private Stream<Thing> customer(int number) {
        var person = Person.wechat(ids.letters(22), names.nickname(), 1 + number % 2);
        var customer = new Customer(CORP, ids.id("wm"), person.id());
        var first = Stream.<Thing>of(person, customer, follow(number, number % members, customer));
        return number % SECOND_FOLLOWER == 0 && members > 1
                ? Stream.concat(first, Stream.of(follow(number, (number + 1) % members, customer)))
                : first;
    }

    private Follow follow(int number, int member, Customer customer) {
        var at = now.minusSeconds(3_600L + 60L * number);
        return Follow.begin(CORP, user(member), customer.id(), Bond.FULL, at, "", 1, customer.id());
    }

    private static int department(int number) {
        return 2 + number;
    }
}
