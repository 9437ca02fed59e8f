package io.tilth.sandbox.actor;

import io.tilth.sandbox.Platform;
import io.tilth.sandbox.chat.ChatMessage;
import io.tilth.sandbox.contact.Customer;
import io.tilth.sandbox.contact.Follow;
import io.tilth.sandbox.contact.Follow.Bond;
import io.tilth.sandbox.contact.Friendships.Meeting;
import io.tilth.sandbox.contact.Person;
import io.tilth.sandbox.contactway.ContactWay;
import io.tilth.sandbox.corp.Member;
import io.tilth.sandbox.groupchat.JoinWay;
import io.tilth.sandbox.world.Change;
import io.tilth.sandbox.world.Index;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Stream;

/** What somebody with WeChat can do. */
public final class CustomerDeeds extends Deeds {

    private final Index<ContactWay> contactWays;
    private final Index<JoinWay> joinWays;

    CustomerDeeds(Platform platform) {
        super(platform);
        this.contactWays = platform.world().table(ContactWay.class).index(ContactWay::id);
        this.joinWays = platform.world().table(JoinWay.class).index(JoinWay::id);
    }

    /** Somebody new in this world. */
    public Person appear(String name) {
        return appear(Person.wechat(platform.ids().letters(22), name, 0));
    }

    /** The same, as told: with a sex, or with another company's WeCom. */
    public Person appear(Person person) {
        return act(change -> {
            change.put(person);
            return person;
        });
    }

    /** The contact way behind a scanned code; none if it leads elsewhere, has been deleted or is over. */
    public Optional<ContactWay> contactWay(String scanned) {
        return platform.qrCodes()
                .id(scanned)
                .flatMap(id -> platform.world()
                        .table(ContactWay.class)
                        .all()
                        .filter(way -> way.id().equals(id)
                                && !way.isOver(platform.clock().instant()))
                        .findFirst());
    }

    /** The way into a group behind a scanned code. */
    public Optional<JoinWay> joinWay(String scanned) {
        return platform.qrCodes()
                .id(scanned)
                .flatMap(id -> platform.world()
                        .table(JoinWay.class)
                        .all()
                        .filter(way -> way.id().equals(id))
                        .findFirst());
    }

    /** To whom a contact way leads this person: always to the same member, if it is exclusive and there is one. */
    public Member led(ContactWay way, Person person) {
        var members = members(way);
        var known = platform.contacts().customer(way.corp(), person);
        var friend = known.filter(any -> way.exclusive())
                .flatMap(customer -> members.stream()
                        .filter(member -> platform.contacts()
                                .follow(way.corp(), member.id(), customer.id())
                                .isPresent())
                        .findFirst());
        return friend.orElseGet(() -> members.get(Math.floorMod(person.id().hashCode(), members.size())));
    }

    /**
     * Scans a contact code and adds the member it leads to: friends at once where the code needs no consent, else a
     * request that waits.
     */
    public Optional<Follow> scan(Person person, String scanned) {
        var way = contactWay(scanned).orElseThrow(() -> new NoSuchElementException("The code leads nowhere"));
        var member = led(way, person);
        if (way.skipVerify()) {
            return Optional.of(meet(member, person, Meeting.byScan(way.state())));
        }
        ask(person, member.corp(), member.id(), "", way.state(), 1);
        return Optional.empty();
    }

    /** Becomes friends with the member at once; the state is what the code or link carried. */
    public Follow add(Person person, String corp, String user, String state) {
        return meet(member(corp, user), person, Meeting.byScan(state));
    }

    /** Adds a member who asks for no consent and has not added back yet. */
    public Follow addHalf(Person person, String corp, String user, String state) {
        return meet(member(corp, user), person, Meeting.byScan(state).byHalf());
    }

    /** However two can meet. */
    public Follow add(Person person, String corp, String user, Meeting meeting) {
        return meet(member(corp, user), person, meeting);
    }

    /** Asks to become friends. */
    public FriendRequest ask(Person person, String corp, String user, String hello, String state, int addWay) {
        return act(change -> {
            var now = platform.clock().instant();
            var request = new FriendRequest(corp, member(corp, user).id(), person.id(), hello, state, addWay, now);
            change.put(request);
            return request;
        });
    }

    /** Deletes the member, who is not told. */
    public void delete(Person person, String corp, String user) {
        act(change -> {
            var follow = follow(change, corp, user, known(corp, person).id());
            platform.friendships().endByCustomer(change, follow);
            return follow;
        });
    }

    /** Writes to the member; refused, as WeChat does, once either has deleted the other. */
    public ChatMessage write(Person person, String corp, String user, String text) {
        return act(change -> {
            var follow = follow(change, corp, user, known(corp, person).id());
            if (follow.bond() == Bond.LEFT_BY_CUSTOMER) {
                throw new IllegalStateException(person.name() + " is no friend of " + user);
            }
            change.put(follow.inChat());
            return platform.chats()
                    .text(change, corp, ChatMessage.between(follow.user(), follow.customer()), follow.customer(), text);
        });
    }

    /** The external_userid by which the company knows the person. */
    public Customer known(String corp, Person person) {
        return platform.contacts()
                .customer(corp, person)
                .orElseThrow(() -> new NoSuchElementException(corp + " does not know " + person.name()));
    }

    private Follow meet(Member member, Person person, Meeting meeting) {
        return act(change -> meet(change, member, person, meeting));
    }

    private Follow meet(Change change, Member member, Person person, Meeting meeting) {
        change.find(FriendRequest.class, FriendRequest.key(member.corp(), member.id(), person.id()))
                .ifPresent(change::remove);
        return platform.friendships().begin(change, member, person, meeting);
    }

    private List<Member> members(ContactWay way) {
        var world = platform.world();
        var named =
                way.users().stream().flatMap(user -> world.find(Member.class, Member.key(way.corp(), user)).stream());
        var below = way.parties().stream()
                .flatMap(party -> platform.visibility().below(way.corp(), party).stream())
                .distinct()
                .flatMap(party -> world.table(Member.class)
                        .under(way.corp() + "/")
                        .filter(member -> member.departments().contains(party)));
        var members = Stream.concat(named, below)
                .filter(member -> member.isActive() && member.servesCustomers())
                .distinct()
                .toList();
        if (members.isEmpty()) {
            throw new NoSuchElementException("Nobody is behind the code any more");
        }
        return members;
    }
}
