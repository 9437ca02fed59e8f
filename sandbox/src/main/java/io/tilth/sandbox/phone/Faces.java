package io.tilth.sandbox.phone;

import io.tilth.sandbox.Platform;
import io.tilth.sandbox.contact.Person;
import io.tilth.sandbox.corp.Corp;
import io.tilth.sandbox.corp.Department;
import io.tilth.sandbox.corp.Member;
import io.tilth.sandbox.phone.View.Face;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Collectors;

/** Who is who: members are {@code corp:user}, people in WeChat go by their own id. */
final class Faces {
    private final Platform platform;

    Faces(Platform platform) {
        this.platform = platform;
    }

    Person person(String id) {
        return platform.world().find(Person.class, id).orElseThrow(() -> new NoSuchElementException("这个世界里没有这位微信用户"));
    }

    Member member(String id) {
        int colon = id.indexOf(':');
        return Optional.of(id)
                .filter(any -> colon > 0)
                .flatMap(any -> platform.world()
                        .find(Member.class, Member.key(id.substring(0, colon), id.substring(colon + 1))))
                .orElseThrow(() -> new NoSuchElementException("这个世界里没有这位员工"));
    }

    static String id(Member member) {
        return member.corp() + ":" + member.id();
    }

    /** To be chosen from a list: with the members who have this person. */
    Face chosen(Person person) {
        String friends = platform.world()
                .table(Corp.class)
                .all()
                .flatMap(corp -> platform.contacts().customer(corp.id(), person).stream())
                .flatMap(known -> platform.contacts().followers(known.corp(), known.id()))
                .limit(3)
                .flatMap(follow ->
                        platform.world().find(Member.class, Member.key(follow.corp(), follow.user())).stream())
                .map(Member::name)
                .collect(Collectors.joining("、"));
        return Face.of(person.id(), person.name(), person.usesWeCom() ? person.company() : friends);
    }

    Face of(Person person) {
        return Face.of(person.id(), person.name(), person.company());
    }

    /** To be chosen from a list, or on the member's own phone: with post and department. */
    Face chosen(Member member) {
        String department = member.departments().stream()
                .findFirst()
                .flatMap(id -> platform.world().find(Department.class, Department.key(member.corp(), id)))
                .map(Department::name)
                .orElse("");
        String note = department.isEmpty() || member.position().isEmpty()
                ? department + member.position()
                : department + " · " + member.position();
        return Face.of(id(member), member.name(), note);
    }

    /** As people in WeChat see a member: with the company. */
    Face outside(Member member) {
        return Face.of(id(member), member.name(), company(member.corp()).name());
    }

    Face company(String corp) {
        String name = platform.world().find(Corp.class, corp).map(Corp::name).orElse(corp);
        return Face.of(corp, name, "");
    }

    /** Who spoke in a chat of the company: a userid or an external_userid. */
    Optional<Face> speaker(String corp, String from) {
        return platform.world()
                .find(Member.class, Member.key(corp, from))
                .map(this::outside)
                .or(() -> platform.contacts().person(corp, from).map(this::of));
    }
}
