package io.tilth.sandbox.phone;

import io.tilth.sandbox.phone.View.Bond;
import io.tilth.sandbox.phone.View.Chat;
import io.tilth.sandbox.phone.View.Face;
import io.tilth.sandbox.phone.View.Kind;
import io.tilth.sandbox.phone.View.Message;
import io.tilth.sandbox.phone.View.Row;
import io.tilth.sandbox.phone.View.Seat;
import io.tilth.sandbox.world.World;
import java.util.List;
import java.util.Optional;

/** What of a chat is new to whom. */
final class Reading {
    private final World world;

    Reading(World world) {
        this.world = world;
    }

    /** A chat before somebody has looked how much of it is unread. */
    record Open(
            String id, Kind kind, Face face, Bond bond, List<Message> messages, List<Seat> seats, boolean canWrite) {}

    Row row(String owner, Open chat) {
        long seen = world.find(Seen.class, Seen.key(owner, chat.id()))
                .map(Seen::upTo)
                .orElse(0L);
        long unread = chat.messages().stream()
                .filter(message -> !message.mine() && !message.system() && Long.parseLong(message.id()) > seen)
                .count();
        var last = last(chat);
        return new Row(
                chat.id(),
                chat.kind(),
                chat.face(),
                last.map(Message::preview).orElse(""),
                last.map(Message::at),
                unread,
                chat.bond());
    }

    Chat chat(String owner, Open chat) {
        return new Chat(row(owner, chat), chat.messages(), chat.seats(), chat.canWrite());
    }

    void see(String owner, Open chat) {
        last(chat)
                .ifPresent(message -> world.change(change -> {
                    var seen = new Seen(owner, chat.id(), Long.parseLong(message.id()));
                    if (!change.find(Seen.class, seen.key()).equals(Optional.of(seen))) {
                        change.put(seen);
                    }
                    return seen;
                }));
    }

    private static Optional<Message> last(Open chat) {
        return chat.messages().isEmpty()
                ? Optional.empty()
                : Optional.of(chat.messages().getLast());
    }
}
