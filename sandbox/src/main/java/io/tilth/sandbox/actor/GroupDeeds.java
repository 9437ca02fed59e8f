package io.tilth.sandbox.actor;

import io.tilth.sandbox.Platform;
import io.tilth.sandbox.chat.ChatMessage;
import io.tilth.sandbox.contact.Person;
import io.tilth.sandbox.groupchat.GroupChat;
import io.tilth.sandbox.groupchat.GroupChats;
import io.tilth.sandbox.groupchat.JoinWay;
import io.tilth.sandbox.world.Change;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/** What can happen in a customer group. */
public final class GroupDeeds extends Deeds {

    GroupDeeds(Platform platform) {
        super(platform);
    }

    public GroupChat open(String corp, String owner, String name, List<String> colleagues, List<Person> guests) {
        var members = colleagues.stream().map(user -> member(corp, user)).toList();
        return act(change -> platform.groupChats().open(change, member(corp, owner), name, members, guests));
    }

    /** Scans a code and joins the first of its groups with a free seat; a new group if there is none and it may be made. */
    public GroupChat scan(Person person, JoinWay way) {
        return act(change -> {
            var chat = way.chats().stream()
                    .flatMap(id -> change.find(GroupChat.class, GroupChat.key(way.corp(), id)).stream())
                    .filter(one -> !one.dismissed() && one.seats().size() < GroupChats.SEATS)
                    .findFirst()
                    .orElseGet(() -> next(change, way));
            return platform.groupChats().join(change, chat, person, GroupChats.SCANNED, "", way.state());
        });
    }

    public GroupChat invite(String corp, String chat, String invitor, Person guest) {
        return act(change ->
                platform.groupChats().join(change, chat(change, corp, chat), guest, GroupChats.INVITED, invitor, ""));
    }

    public GroupChat invite(String corp, String chat, String colleague) {
        return act(change -> platform.groupChats().join(change, chat(change, corp, chat), member(corp, colleague)));
    }

    /** Goes: a userid or an external_userid. */
    public GroupChat leave(String corp, String chat, String seat) {
        return act(change -> platform.groupChats().leave(change, chat(change, corp, chat), seat, false));
    }

    public GroupChat remove(String corp, String chat, String seat) {
        return act(change -> platform.groupChats().leave(change, chat(change, corp, chat), seat, true));
    }

    public GroupChat rename(String corp, String chat, String name) {
        return act(change -> platform.groupChats().rename(change, chat(change, corp, chat), name));
    }

    public GroupChat announce(String corp, String chat, String notice) {
        return act(change -> platform.groupChats().announce(change, chat(change, corp, chat), notice));
    }

    public GroupChat handOver(String corp, String chat, String owner) {
        return act(change -> platform.groupChats().handOver(change, chat(change, corp, chat), member(corp, owner)));
    }

    public void dismiss(String corp, String chat) {
        act(change -> {
            var found = chat(change, corp, chat);
            platform.groupChats().dismiss(change, found);
            return found;
        });
    }

    public ChatMessage write(String corp, String chat, String seat, String text) {
        return act(change -> {
            chat(change, corp, chat).seat(seat).orElseThrow(() -> new NoSuchElementException(seat + " is not in it"));
            return platform.chats().text(change, corp, chat, seat, text);
        });
    }

    private GroupChat chat(Change change, String corp, String id) {
        return Optional.of(id)
                .flatMap(key -> change.find(GroupChat.class, GroupChat.key(corp, key)))
                .filter(chat -> !chat.dismissed())
                .orElseThrow(() -> new NoSuchElementException("There is no group " + id));
    }

    private GroupChat next(Change change, JoinWay way) {
        var full = way.chats().stream()
                .flatMap(id -> change.find(GroupChat.class, GroupChat.key(way.corp(), id)).stream())
                .reduce((first, last) -> last)
                .filter(any -> way.autoCreate())
                .orElseThrow(() -> new NoSuchElementException("The group is full"));
        String base = way.baseName().isEmpty() ? full.name() : way.baseName();
        int number = way.baseNumber() + way.chats().size();
        return platform.groupChats()
                .open(change, member(way.corp(), full.owner()), base + number, List.of(), List.of());
    }
}
