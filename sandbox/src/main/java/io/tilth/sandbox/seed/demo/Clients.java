package io.tilth.sandbox.seed.demo;

import io.tilth.sandbox.contact.Customer;
import io.tilth.sandbox.contact.Follow;
import io.tilth.sandbox.contact.Follow.Bond;
import io.tilth.sandbox.contact.Goodbye;
import io.tilth.sandbox.contact.Person;
import io.tilth.sandbox.corp.Member;
import io.tilth.sandbox.seed.Names;
import io.tilth.sandbox.world.Ids;
import io.tilth.sandbox.world.Thing;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** 9,720 people whom 11,860 friendships tie to the staff; 780 of them came in the last thirty days, 96 have left. */
final class Clients {
    static final int PEOPLE = 9_720;
    static final int FOLLOWS = 11_860;
    static final int FRESH = 780;
    static final int LOST = 96;
    private static final int DESIGNERS = 36;
    private static final Duration MONTH = Duration.ofDays(30);
    private static final Duration LONGEST = Duration.ofDays(720);

    private final List<Person> people = new ArrayList<>();
    private final Map<String, Customer> customers = new LinkedHashMap<>();
    private final Map<String, Follow> follows = new LinkedHashMap<>();
    private final List<Goodbye> goodbyes = new ArrayList<>();
    private final Map<String, List<Person>> ofMembers = new LinkedHashMap<>();
    private final TagShelf tags;
    private final Ids ids;
    private final Names names;
    private final Remarks remarks;
    private final SplittableRandom random;
    private final Rhythm rhythm;
    private final Instant now;

    Clients(Staff staff, TagShelf tags, Ids ids, Names names, SplittableRandom random, Instant now) {
        this.tags = tags;
        this.ids = ids;
        this.names = names;
        this.remarks = new Remarks(random.split());
        this.random = random;
        this.rhythm = new Rhythm(random.split(), now);
        this.now = now;
        gather();
        var owners = Shares.deal(staff, random, PEOPLE, FOLLOWS);
        meet(owners.subList(0, PEOPLE), new Newcomers(staff, owners, random.split(), rhythm));
        meetAgain(owners.subList(PEOPLE, FOLLOWS));
        sayGoodbye();
    }

    Stream<Thing> things() {
        return Stream.<java.util.Collection<? extends Thing>>of(people, customers.values(), follows.values(), goodbyes)
                .flatMap(java.util.Collection::stream);
    }

    /** The customers of a member, the newest first. */
    List<Person> of(Member member) {
        return ofMembers.getOrDefault(member.id(), List.of());
    }

    Customer customer(Person person) {
        return customers.get(person.id());
    }

    /** Somebody in a group whom nobody of the company has. */
    Person stranger() {
        return introduce(Person.wechat(ids.letters(22), names.nickname(), 0));
    }

    private void gather() {
        Story.people(ids).forEach(this::introduce);
        while (people.size() < PEOPLE) {
            boolean designer = people.size() >= PEOPLE - DESIGNERS;
            String id = ids.letters(22);
            introduce(
                    designer
                            ? new Person(id, names.person(), 1, "木北空间设计", "设计师")
                            : Person.wechat(id, names.nickname(), random.nextInt(3)));
        }
        // Somebody who reads a quote but is nobody's customer.
        people.add(Person.wechat(ids.letters(22), "李女士", 2));
    }

    private Person introduce(Person person) {
        people.add(person);
        var customer = new Customer(DemoCompany.CORP, ids.id(person.usesWeCom() ? "wo" : "wm"), person.id());
        customers.put(person.id(), customer);
        return person;
    }

    /** Each meets a first member: the first ones lately, through a channel of today. */
    private void meet(List<Member> owners, Newcomers newcomers) {
        for (int i = 0; i < PEOPLE; i++) {
            boolean fresh = i < FRESH;
            var at = fresh ? newcomers.met(i) : ago(MONTH, LONGEST);
            begin(owners.get(i), people.get(i), at, fresh ? newcomers.channel(i) : Channel.OLD);
        }
    }

    /** Some of the old ones meet a second member; of the fresh ones only she of whom the guide tells. */
    private void meetAgain(List<Member> owners) {
        var sun = people.get(Story.SUN);
        var second = owners.stream()
                .filter(owner -> !follows.containsKey(key(owner, sun)))
                .findFirst()
                .orElseThrow();
        for (var owner : owners) {
            boolean fresh = owner == second && !follows.containsKey(key(owner, sun));
            begin(
                    owner,
                    fresh ? sun : oldOne(owner),
                    ago(Duration.ZERO, fresh ? Duration.ofDays(10) : LONGEST),
                    Channel.SHARED);
        }
    }

    private Person oldOne(Member owner) {
        Person person;
        do {
            person = people.get(FRESH + random.nextInt(PEOPLE - FRESH));
        } while (customer(person) == null || follows.containsKey(key(owner, person)));
        return person;
    }

    private void begin(Member owner, Person person, Instant at, Channel channel) {
        String customer = customer(person).id();
        var follow = Follow.begin(
                DemoCompany.CORP, owner.id(), customer, Bond.FULL, at, channel.state(), channel.addWay(), customer);
        var known = follow.remarked(remarks.of(person), "", "", List.of()).tagged(tags.some(random));
        follows.put(known.key(), random.nextInt(4) == 0 ? known : known.inChat());
        ofMembers.computeIfAbsent(owner.id(), any -> new ArrayList<>()).add(person);
    }

    /** Each of them was one member's friend alone, so that the company has lost them altogether. */
    private void sayGoodbye() {
        var all = new ArrayList<>(follows.values());
        var friends = all.stream().collect(Collectors.groupingBy(Follow::customer, Collectors.counting()));
        leave(all.get(Story.ZHAO), rhythm.at(5, LocalTime.of(17, 20)));
        while (goodbyes.size() < LOST) {
            var follow = all.get(FRESH + random.nextInt(PEOPLE - FRESH));
            boolean only = Long.valueOf(1).equals(friends.get(follow.customer()));
            if (only
                    && !follow.user().equals(Staff.LEFT)
                    && follows.get(follow.key()).bond() == Bond.FULL) {
                leave(follow, rhythm.some());
            }
        }
    }

    private void leave(Follow follow, Instant at) {
        follows.put(follow.key(), follow.with(Bond.LEFT_BY_CUSTOMER));
        goodbyes.add(new Goodbye(follow.corp(), follow.user(), follow.customer(), at));
    }

    private String key(Member owner, Person person) {
        return Follow.key(DemoCompany.CORP, owner.id(), customer(person).id());
    }

    private Instant ago(Duration least, Duration most) {
        return now.minusSeconds(random.nextLong(least.toSeconds() + 60, most.toSeconds()));
    }
}
