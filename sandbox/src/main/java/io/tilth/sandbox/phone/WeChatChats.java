package io.tilth.sandbox.phone;

import io.tilth.sandbox.Platform;
import io.tilth.sandbox.actor.FriendRequest;
import io.tilth.sandbox.chat.ChatMessage;
import io.tilth.sandbox.contact.Customer;
import io.tilth.sandbox.contact.Follow;
import io.tilth.sandbox.contact.Person;
import io.tilth.sandbox.corp.Corp;
import io.tilth.sandbox.corp.Member;
import io.tilth.sandbox.phone.Bubbles.Said;
import io.tilth.sandbox.phone.Reading.Open;
import io.tilth.sandbox.phone.View.Bond;
import io.tilth.sandbox.phone.View.Kind;
import io.tilth.sandbox.world.Index;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The chats in one person's WeChat: with members ({@code m:corp:user}), with other people ({@code f:person}), in groups,
 * with customer services.
 */
final class WeChatChats {
    private final Platform platform;
    private final Faces faces;
    private final Bubbles bubbles;
    private final GroupRooms groups;
    private final Services services;
    private final Index<ChatMessage> withCustomer;

    WeChatChats(Platform platform, Faces faces, Bubbles bubbles, GroupRooms groups, Services services) {
        this.platform = platform;
        this.faces = faces;
        this.bubbles = bubbles;
        this.groups = groups;
        this.services = services;
        this.withCustomer = platform.world().table(ChatMessage.class).index(WeChatChats::customer);
    }

    /** The companies that know the person. */
    Stream<Customer> known(Person person) {
        return platform.world()
                .table(Corp.class)
                .all()
                .flatMap(corp -> platform.contacts().customer(corp.id(), person).stream());
    }

    Stream<Open> all(Person person) {
        return Stream.of(
                        known(person).flatMap(customer -> members(person, customer)),
                        asked(person),
                        groups.with(seat -> seat.person().equals(person.id()))
                                .map(group ->
                                        groups.open(group, seat -> seat.person().equals(person.id()))),
                        friends(person),
                        known(person).flatMap(customer -> services.of(customer)))
                .flatMap(chats -> chats);
    }

    Open find(Person person, String chat) {
        return switch (chat.charAt(0)) {
            case 'm' -> withMember(person, faces.member(chat.substring(2)));
            case 'f' -> withFriend(person, faces.person(chat.substring(2)));
            case 'g' -> groups.open(groups.group(chat), seat -> seat.person().equals(person.id()));
            case 'k' -> services.find(person, chat);
            default -> throw new NoSuchElementException("没有这个聊天");
        };
    }

    static String id(Member member) {
        return "m:" + Faces.id(member);
    }

    /** Of a chat between two; empty for a group's. */
    private static String customer(ChatMessage message) {
        int slash = message.chat().indexOf('/');
        return slash < 0 ? "" : Customer.key(message.corp(), message.chat().substring(slash + 1));
    }

    private Stream<Open> members(Person person, Customer customer) {
        var friends = platform.contacts()
                .followers(customer.corp(), customer.id())
                .filter(follow -> follow.bond() != Follow.Bond.LEFT_BY_CUSTOMER)
                .map(Follow::user);
        var talkers =
                withCustomer.of(customer.key()).map(message -> message.chat().split("/")[0]);
        return Stream.concat(friends, talkers)
                .map(user -> Member.key(customer.corp(), user))
                .distinct()
                .flatMap(key -> platform.world().find(Member.class, key).stream())
                .map(member -> withMember(person, member))
                .filter(chat -> !isDeleted(customer, chat));
    }

    /** Whom somebody has deleted is gone from their own phone. */
    private boolean isDeleted(Customer customer, Open chat) {
        var member = faces.member(chat.id().substring(2));
        return platform.contacts()
                .follow(customer.corp(), member.id(), customer.id())
                .filter(follow -> follow.bond() == Follow.Bond.LEFT_BY_CUSTOMER)
                .isPresent();
    }

    private Stream<Open> asked(Person person) {
        return platform.world()
                .table(FriendRequest.class)
                .all()
                .filter(request -> request.person().equals(person.id()))
                .filter(request -> platform.contacts()
                        .customer(request.corp(), person)
                        .flatMap(known -> platform.contacts().follow(request.corp(), request.user(), known.id()))
                        .isEmpty())
                .map(request -> faces.member(request.corp() + ":" + request.user()))
                .map(member -> withMember(person, member));
    }

    private Open withMember(Person person, Member member) {
        String corp = member.corp();
        var customer = platform.contacts().customer(corp, person);
        var follow = customer.flatMap(known -> platform.contacts().follow(corp, member.id(), known.id()));
        var face = faces.outside(member);
        var messages = customer.stream()
                .flatMap(known -> platform.chats().of(corp, ChatMessage.between(member.id(), known.id())).stream())
                .map(said -> bubbles.of(
                        corp,
                        said.id(),
                        author(said, face, person),
                        said.from().equals(customer.orElseThrow().id()),
                        Said.of(said.type(), said.body(), said.at())))
                .toList();
        var bond = bond(person, member, follow);
        return new Open(id(member), Kind.MEMBER, face, bond, messages, List.of(), bond == Bond.BOTH);
    }

    private Optional<View.Face> author(ChatMessage said, View.Face member, Person person) {
        if (said.from().isEmpty()) {
            return Optional.empty();
        }
        boolean byMember = said.chat().startsWith(said.from().toLowerCase(java.util.Locale.ROOT) + "/");
        return Optional.of(byMember ? member : faces.of(person));
    }

    private Bond bond(Person person, Member member, Optional<Follow> follow) {
        if (follow.isPresent()) {
            return follow.get().bond() == Follow.Bond.LEFT_BY_CUSTOMER ? Bond.GONE : Bond.BOTH;
        }
        String request = FriendRequest.key(member.corp(), member.id(), person.id());
        return platform.world().table(FriendRequest.class).has(request) ? Bond.PENDING : Bond.GONE;
    }

    private Stream<Open> friends(Person person) {
        return platform.world()
                .table(FriendMessage.class)
                .all()
                .map(FriendMessage::pair)
                .distinct()
                .map(pair -> List.of(pair.split("~")))
                .filter(pair -> pair.contains(person.id()))
                .map(pair -> pair.get(pair.getFirst().equals(person.id()) ? 1 : 0))
                .flatMap(id -> platform.world().find(Person.class, id).stream())
                .map(friend -> withFriend(person, friend));
    }

    private Open withFriend(Person person, Person friend) {
        var messages = platform.world()
                .table(FriendMessage.class)
                .under(FriendMessage.pair(person.id(), friend.id()) + "/")
                .map(said -> bubbles.of(
                        "",
                        said.number(),
                        Optional.of(faces.of(said.from().equals(person.id()) ? person : friend)),
                        said.from().equals(person.id()),
                        Said.of(said.type(), said.body(), said.at())))
                .toList();
        return new Open("f:" + friend.id(), Kind.FRIEND, faces.of(friend), Bond.BOTH, messages, List.of(), true);
    }
}
