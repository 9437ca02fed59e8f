package io.tilth.sandbox.phone;

import io.tilth.sandbox.Platform;
import io.tilth.sandbox.chat.ChatMessage;
import io.tilth.sandbox.contact.Follow;
import io.tilth.sandbox.contact.Person;
import io.tilth.sandbox.corp.App;
import io.tilth.sandbox.corp.Member;
import io.tilth.sandbox.message.Messages;
import io.tilth.sandbox.phone.Bubbles.Said;
import io.tilth.sandbox.phone.Reading.Open;
import io.tilth.sandbox.phone.View.Bond;
import io.tilth.sandbox.phone.View.Face;
import io.tilth.sandbox.phone.View.Kind;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The chats in one member's WeCom: with customers ({@code c:person}), in groups, and what apps send. */
final class WeComChats {
    private final Platform platform;
    private final Faces faces;
    private final Bubbles bubbles;
    private final GroupRooms groups;
    private final Notices notices;

    WeComChats(Platform platform, Messages messages, Faces faces, Bubbles bubbles, GroupRooms groups) {
        this.platform = platform;
        this.faces = faces;
        this.bubbles = bubbles;
        this.groups = groups;
        this.notices = new Notices(platform, messages);
    }

    /** Those in which something has been said, and all groups. */
    Stream<Open> all(Member member) {
        return Stream.of(
                        talkedTo(member).map(person -> withCustomer(member, person)),
                        groups.with(seat -> isSeat(member, seat.id()))
                                .filter(group -> group.corp().equals(member.corp()))
                                .map(group -> groups.open(group, seat -> isSeat(member, seat.id()))),
                        notices.of(member))
                .flatMap(chats -> chats);
    }

    Open find(Member member, String chat) {
        return switch (chat.charAt(0)) {
            case 'c' -> withCustomer(member, faces.person(chat.substring(2)));
            case 'g' -> groups.open(groups.group(chat), seat -> isSeat(member, seat.id()));
            case 'a' -> notices.find(member, chat);
            default -> throw new NoSuchElementException("没有这个聊天");
        };
    }

    private static boolean isSeat(Member member, String seat) {
        return member.id().equalsIgnoreCase(seat);
    }

    private Stream<Person> talkedTo(Member member) {
        return platform
                .world()
                .table(ChatMessage.class)
                .under(member.key() + "/")
                .map(message -> message.chat().substring(message.chat().indexOf('/') + 1))
                .collect(Collectors.toCollection(java.util.LinkedHashSet::new))
                .stream()
                .flatMap(customer -> platform.contacts().person(member.corp(), customer).stream());
    }

    private Open withCustomer(Member member, Person person) {
        var known = platform.contacts()
                .customer(member.corp(), person)
                .orElseThrow(() -> new NoSuchElementException("企业还不认识这位客户"));
        var follow = platform.contacts().follow(member.corp(), member.id(), known.id());
        var messages = platform.chats().of(member.corp(), ChatMessage.between(member.id(), known.id())).stream()
                .map(said -> {
                    boolean mine = isSeat(member, said.from());
                    var author = said.from().isEmpty()
                            ? Optional.<Face>empty()
                            : Optional.of(mine ? faces.chosen(member) : faces.of(person));
                    return bubbles.of(
                            member.corp(), said.id(), author, mine, Said.of(said.type(), said.body(), said.at()));
                })
                .toList();
        var bond = follow.map(Follow::bond).map(WeComChats::bond).orElse(Bond.GONE);
        boolean canWrite = bond != Bond.GONE && member.isActive();
        return new Open("c:" + person.id(), Kind.CUSTOMER, named(person, follow), bond, messages, List.of(), canWrite);
    }

    /** A customer goes by the remark, and says where they come from. */
    static Face named(Person person, Optional<Follow> follow) {
        String remark = follow.map(Follow::remark).orElse("");
        String from = person.usesWeCom() ? person.company() : "微信";
        return Face.of(person.id(), remark.isEmpty() ? person.name() : remark, from);
    }

    static Bond bond(Follow.Bond bond) {
        return switch (bond) {
            case HALF -> Bond.HALF;
            case FULL -> Bond.BOTH;
            case LEFT_BY_CUSTOMER -> Bond.GONE;
        };
    }

    /** The name of an app. */
    static String name(Platform platform, String corp, int agent) {
        return platform.world()
                .find(App.class, App.key(corp, agent))
                .map(App::name)
                .orElse("应用");
    }
}
