package io.tilth.sandbox.phone;

import io.tilth.sandbox.Platform;
import io.tilth.sandbox.groupchat.GroupChat;
import io.tilth.sandbox.phone.Bubbles.Said;
import io.tilth.sandbox.phone.Reading.Open;
import io.tilth.sandbox.phone.View.Bond;
import io.tilth.sandbox.phone.View.Face;
import io.tilth.sandbox.phone.View.Kind;
import io.tilth.sandbox.phone.View.Seat;
import java.util.Comparator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Customer groups, as whoever sits in them sees them. Their chats are {@code g:corp:chat_id}. */
final class GroupRooms {
    private final Platform platform;
    private final Faces faces;
    private final Bubbles bubbles;

    GroupRooms(Platform platform, Faces faces, Bubbles bubbles) {
        this.platform = platform;
        this.faces = faces;
        this.bubbles = bubbles;
    }

    /** The groups in which somebody sits. */
    Stream<GroupChat> with(Predicate<GroupChat.Seat> somebody) {
        return platform.world()
                .table(GroupChat.class)
                .all()
                .filter(group -> !group.dismissed() && group.seats().stream().anyMatch(somebody));
    }

    GroupChat group(String chat) {
        String[] parts = chat.split(":", 3);
        return Optional.of(parts)
                .filter(all -> all.length == 3)
                .flatMap(all -> platform.world().find(GroupChat.class, GroupChat.key(all[1], all[2])))
                .orElseThrow(() -> new NoSuchElementException("没有这个群"));
    }

    static String id(GroupChat group) {
        return "g:" + group.corp() + ":" + group.id();
    }

    Open open(GroupChat group, Predicate<GroupChat.Seat> me) {
        var mine = group.seats().stream().filter(me).findFirst();
        String own = mine.map(GroupChat.Seat::id).orElse("");
        var messages = platform.chats().of(group.corp(), group.id()).stream()
                .map(said -> bubbles.of(
                        group.corp(),
                        said.id(),
                        author(group, said.from()),
                        said.from().equals(own),
                        Said.of(said.type(), said.body(), said.at())))
                .toList();
        var seats = group.seats().stream()
                .sorted(Comparator.comparing((GroupChat.Seat seat) -> !seat.id().equals(group.owner())))
                .map(seat -> seat(group, seat, own))
                .toList();
        boolean in = mine.isPresent() && !group.dismissed();
        String company = faces.company(group.corp()).name();
        String name = group.name().isEmpty() ? "群聊" : group.name();
        return new Open(
                id(group),
                Kind.GROUP,
                Face.of(id(group), name, company),
                in ? Bond.BOTH : Bond.GONE,
                messages,
                seats,
                in);
    }

    private Optional<Face> author(GroupChat group, String from) {
        return from.isEmpty()
                ? Optional.empty()
                : Optional.of(group.seat(from)
                        .map(seat -> face(group, seat))
                        .or(() -> faces.speaker(group.corp(), from))
                        .orElseGet(() -> Face.of(from, from, "")));
    }

    private Face face(GroupChat group, GroupChat.Seat seat) {
        return Optional.of(seat.person())
                .filter(person -> !person.isEmpty())
                .map(person -> faces.of(faces.person(person)))
                .or(() -> faces.speaker(group.corp(), seat.id()))
                .orElseGet(() -> Face.of(seat.id(), seat.nickname(), ""));
    }

    private Seat seat(GroupChat group, GroupChat.Seat seat, String own) {
        var face = face(group, seat);
        return new Seat(
                seat.id(),
                face.name(),
                face.avatar(),
                face.note(),
                seat.type() != 1,
                seat.id().equals(group.owner()),
                seat.id().equals(own));
    }
}
