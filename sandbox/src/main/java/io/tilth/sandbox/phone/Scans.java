package io.tilth.sandbox.phone;

import io.tilth.sandbox.Platform;
import io.tilth.sandbox.Sandbox;
import io.tilth.sandbox.acquisition.Acquisitions;
import io.tilth.sandbox.acquisition.Link;
import io.tilth.sandbox.actor.Actors;
import io.tilth.sandbox.contact.Customer;
import io.tilth.sandbox.contact.Follow;
import io.tilth.sandbox.contact.Person;
import io.tilth.sandbox.contactway.ContactWay;
import io.tilth.sandbox.corp.Member;
import io.tilth.sandbox.groupchat.GroupChat;
import io.tilth.sandbox.groupchat.JoinWay;
import io.tilth.sandbox.kf.Kf;
import io.tilth.sandbox.kf.KfAccount;
import io.tilth.sandbox.phone.View.Code;
import io.tilth.sandbox.phone.View.Face;
import io.tilth.sandbox.phone.View.Found;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The codes of this world, and what a person finds and does behind one. */
final class Scans {
    private static final int SHOWN = 200;
    private static final int BY_LINK = 16;
    private static final Pattern CHANNEL = Pattern.compile("[?&]customer_channel=([^&#]*)");

    private final Platform platform;
    private final Actors actors;
    private final Kf kf;
    private final Acquisitions acquisitions;
    private final Faces faces;
    private final Services services;

    Scans(Sandbox sandbox, Faces faces, Services services) {
        this.platform = sandbox.platform();
        this.actors = sandbox.actors();
        this.kf = sandbox.features().kf();
        this.acquisitions = sandbox.features().acquisitions();
        this.faces = faces;
        this.services = services;
    }

    /** What could hang on a wall, newest contact ways first. */
    List<Code> codes() {
        var now = platform.clock().instant();
        var ways = platform.world()
                .table(ContactWay.class)
                .all()
                .filter(way -> !way.isOver(now))
                .sorted((one, other) -> other.at().compareTo(one.at()))
                .limit(SHOWN)
                .map(this::code);
        var groups = platform.world()
                .table(JoinWay.class)
                .all()
                .map(way -> new Code(content(way.id()), "GROUP", titled(way.remark(), "群二维码"), company(way.corp())));
        var links = platform.world()
                .table(Link.class)
                .all()
                .map(link -> new Code(address(link), "ACQUISITION", link.name(), "获客链接 · " + company(link.corp())));
        return Stream.of(ways, links, groups).flatMap(codes -> codes).toList();
    }

    Found find(Person person, String text) {
        var customers = actors.customers();
        return customers
                .contactWay(text)
                .map(way -> member(person, text, way))
                .or(() -> customers.joinWay(text).map(way -> group(person, text, way)))
                .or(() -> acquisitions.at(text).map(link -> link(text, link)))
                .or(() -> services.behind(text).map(account -> service(text, account)))
                .orElseGet(() -> page(text));
    }

    /** Adds, joins or asks, whichever the code is for; says which chat it leads to. */
    String follow(Person person, String text, String hello, boolean half) {
        var customers = actors.customers();
        return customers
                .contactWay(text)
                .map(way -> add(person, way, hello, half))
                .or(() -> customers
                        .joinWay(text)
                        .map(way -> GroupRooms.id(actors.groups().scan(person, way))))
                .or(() -> acquisitions.at(text).map(link -> come(person, text, link, hello)))
                .or(() -> services.behind(text).map(account -> enter(person, account)))
                .orElseThrow(() -> new NoSuchElementException("这个二维码已经失效"));
    }

    private String add(Person person, ContactWay way, String hello, boolean half) {
        var customers = actors.customers();
        Member member = customers.led(way, person);
        if (half) {
            customers.addHalf(person, member.corp(), member.id(), way.state());
        } else if (way.skipVerify()) {
            customers.add(person, member.corp(), member.id(), way.state());
        } else {
            customers.ask(person, member.corp(), member.id(), hello, way.state(), 1);
        }
        return WeChatChats.id(member);
    }

    private String come(Person person, String text, Link link, String hello) {
        String channel = CHANNEL.matcher(text)
                .results()
                .map(found -> URLDecoder.decode(found.group(1), StandardCharsets.UTF_8))
                .findFirst()
                .orElse("");
        if (link.skipsVerification()) {
            var follow = acquisitions.add(person, link, channel);
            return "m:" + follow.corp() + ":" + follow.user();
        }
        acquisitions.open(link);
        acquisitions.request(link, channel);
        String user = link.users().stream().findFirst().orElseThrow(() -> new NoSuchElementException("这条链接背后没有员工"));
        actors.customers().ask(person, link.corp(), user, hello, channel, BY_LINK);
        return "m:" + link.corp() + ":" + user;
    }

    private String enter(Person person, KfAccount account) {
        var customer =
                platform.world().change(change -> platform.friendships().introduce(change, account.corp(), person));
        kf.enter(account.corp(), account.id(), customer.id(), "", "");
        return Services.id(account);
    }

    private Code code(ContactWay way) {
        String names = way.users().stream()
                .limit(3)
                .flatMap(user -> platform.world().find(Member.class, Member.key(way.corp(), user)).stream())
                .map(Member::name)
                .reduce((one, other) -> one + "、" + other)
                .orElse("部门成员");
        return new Code(content(way.id()), "CONTACT", titled(way.remark(), names), names + " · " + company(way.corp()));
    }

    private Found member(Person person, String text, ContactWay way) {
        Member member = actors.customers().led(way, person);
        var chat = platform.contacts()
                .customer(way.corp(), person)
                .map(Customer::id)
                .flatMap(known -> platform.contacts().follow(way.corp(), member.id(), known))
                .filter(follow -> follow.bond() != Follow.Bond.LEFT_BY_CUSTOMER)
                .map(any -> WeChatChats.id(member));
        return new Found(
                "CONTACT", text, Optional.of(faces.outside(member)), !way.skipVerify(), Optional.empty(), chat);
    }

    private Found group(Person person, String text, JoinWay way) {
        var groups = way.chats().stream()
                .flatMap(id -> platform.world().find(GroupChat.class, GroupChat.key(way.corp(), id)).stream())
                .filter(group -> !group.dismissed())
                .toList();
        var in = groups.stream()
                .filter(group ->
                        group.seats().stream().anyMatch(seat -> seat.person().equals(person.id())))
                .findFirst();
        var first = in.or(() -> groups.stream().findFirst()).orElseThrow(() -> new NoSuchElementException("这个群已经解散"));
        var face = Face.of(GroupRooms.id(first), first.name(), company(way.corp()));
        return new Found("GROUP", text, Optional.of(face), false, Optional.empty(), in.map(GroupRooms::id));
    }

    private Found link(String text, Link link) {
        var face = link.users().stream()
                .flatMap(user -> platform.world().find(Member.class, Member.key(link.corp(), user)).stream())
                .findFirst()
                .map(faces::outside)
                .orElseGet(() -> faces.company(link.corp()));
        return new Found(
                "ACQUISITION", text, Optional.of(face), !link.skipsVerification(), Optional.empty(), Optional.empty());
    }

    private Found service(String text, KfAccount account) {
        return new Found(
                "SERVICE", text, Optional.of(services.face(account)), false, Optional.empty(), Optional.empty());
    }

    private static Found page(String text) {
        boolean page = text.matches("(?i)https?://[^\\s]+");
        return new Found(
                page ? "LINK" : "UNKNOWN",
                text,
                Optional.empty(),
                false,
                Optional.of(text).filter(any -> page),
                Optional.empty());
    }

    private String address(Link link) {
        return platform.url() + "/ca/" + link.token();
    }

    private String content(String id) {
        return platform.qrCodes().content(id);
    }

    private String company(String corp) {
        return faces.company(corp).name();
    }

    private static String titled(String remark, String otherwise) {
        return remark.isEmpty() ? otherwise : remark;
    }
}
