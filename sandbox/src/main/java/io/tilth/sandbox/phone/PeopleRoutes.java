package io.tilth.sandbox.phone;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.tilth.sandbox.Platform;
import io.tilth.sandbox.actor.Actors;
import io.tilth.sandbox.contact.Person;
import io.tilth.sandbox.corp.Member;
import io.tilth.sandbox.phone.View.Face;
import io.tilth.sandbox.phone.View.Page;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Who can hold a phone. */
final class PeopleRoutes {
    private static final int SHOWN = 30;

    /** Whom the guides of the demo company speak of; they stand first, and the first of each hold the phones. */
    private static final List<String> CAST = List.of(
            "linxiao", "chenyan", "gumin", "shenzhixia", "hechuan", "xuan", "zhengzong", "王先生", "李女士", "赵女士", "孙女士");

    private final Platform platform;
    private final Actors actors;
    private final Faces faces;

    PeopleRoutes(Platform platform, Actors actors, Faces faces) {
        this.platform = platform;
        this.actors = actors;
        this.faces = faces;
    }

    void serve(RoutesConfig http, Web web) {
        http.get(Phone.ROOT + "/customers", web.read(this::people));
        http.post(Phone.ROOT + "/customers", web.deed(this::appear));
        http.get(
                Phone.ROOT + "/customers/{person}",
                web.read(context -> faces.chosen(faces.person(context.pathParam("person")))));
        http.get(Phone.ROOT + "/members", web.read(this::members));
        http.get(
                Phone.ROOT + "/members/{member}",
                web.read(context -> faces.chosen(faces.member(context.pathParam("member")))));
    }

    private Object people(Context http) {
        String words = words(http);
        var found = platform.world()
                .table(Person.class)
                .all()
                .filter(person -> person.name().contains(words) || person.id().equals(words))
                .sorted(Comparator.comparing(person -> place(person.name())))
                .toList();
        return page(found, faces::chosen);
    }

    private Object members(Context http) {
        String words = words(http).toLowerCase(Locale.ROOT);
        var found = platform.world()
                .table(Member.class)
                .all()
                .filter(member -> member.name().contains(words)
                        || member.position().contains(words)
                        || member.id().toLowerCase(Locale.ROOT).contains(words))
                .sorted(Comparator.comparing((Member member) -> !member.isActive())
                        .thenComparing(member -> place(member.id())))
                .toList();
        return page(found, faces::chosen);
    }

    /** Somebody new with WeChat. */
    private Object appear(Context http) {
        String name = Web.text(Web.body(http), "name").strip();
        if (name.isEmpty()) {
            throw new IllegalArgumentException("请给这位微信用户起个名字");
        }
        return faces.chosen(actors.customers().appear(name));
    }

    private static int place(String name) {
        int place = CAST.indexOf(name);
        return place < 0 ? CAST.size() : place;
    }

    private static <T> Page<Face> page(List<T> found, Function<T, Face> face) {
        return new Page<>(found.stream().limit(SHOWN).map(face).toList(), found.size());
    }

    private static String words(Context http) {
        return Optional.ofNullable(http.queryParam("q")).orElse("").strip();
    }
}
