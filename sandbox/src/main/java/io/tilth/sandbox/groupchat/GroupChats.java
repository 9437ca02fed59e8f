package io.tilth.sandbox.groupchat;

import io.tilth.sandbox.Platform;
import io.tilth.sandbox.api.Call;
import io.tilth.sandbox.callback.Event;
import io.tilth.sandbox.contact.Person;
import io.tilth.sandbox.corp.App;
import io.tilth.sandbox.corp.Member;
import io.tilth.sandbox.groupchat.GroupChat.Seat;
import io.tilth.sandbox.world.Change;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Customer groups: how they begin, change and end, and what the apps hear of it. */
public final class GroupChats {
    public static final int SEATS = 500;
    public static final int INVITED = 1;
    public static final int SCANNED = 3;
    private static final String EVENT = "change_external_chat";

    private final Platform platform;

    public GroupChats(Platform platform) {
        this.platform = platform;
    }

    public Optional<GroupChat> find(String corp, String id) {
        return platform.world().find(GroupChat.class, GroupChat.key(corp, id)).filter(chat -> !chat.dismissed());
    }

    /** All that are there, also those whose owner has left. */
    public Stream<GroupChat> of(String corp, String behind) {
        return platform.world().table(GroupChat.class).under(corp + "/", behind).filter(chat -> !chat.dismissed());
    }

    /** Those whose owner the app sees, or saw before the owner left. */
    public Stream<GroupChat> of(Call call, String behind) {
        return of(call.corp().id(), behind).filter(chat -> sees(call.app(), chat));
    }

    public boolean sees(App app, GroupChat chat) {
        return platform.world()
                .find(Member.class, Member.key(chat.corp(), chat.owner()))
                .filter(owner -> platform.visibility().sees(app, owner))
                .isPresent();
    }

    public GroupChat open(Change change, Member owner, String name, Collection<Member> members, List<Person> guests) {
        var now = platform.clock().instant();
        var seats = new ArrayList<Seat>();
        seats.add(seat(owner, owner));
        members.stream().filter(member -> !member.equals(owner)).forEach(member -> seats.add(seat(member, owner)));
        guests.forEach(guest -> seats.add(seat(change, owner.corp(), guest, INVITED, owner.id(), "")));
        var chat = new GroupChat(
                owner.corp(),
                platform.ids().id("wr"),
                name,
                owner.id(),
                now,
                "",
                List.of(),
                seats,
                0,
                platform.ids().hex(32),
                false);
        change.put(chat);
        platform.callbacks().say(change, chat.corp(), event(chat, "create"));
        return chat;
    }

    /** Somebody from outside comes in, invited by somebody or by a code. */
    public GroupChat join(Change change, GroupChat chat, Person guest, int scene, String invitor, String state) {
        return join(change, chat, seat(change, chat.corp(), guest, scene, invitor, state));
    }

    /** A colleague comes in. */
    public GroupChat join(Change change, GroupChat chat, Member colleague) {
        return join(
                change,
                chat,
                new Seat(colleague.id(), 1, "", platform.clock().instant(), INVITED, chat.owner(), "", ""));
    }

    /** Somebody goes, or is removed. */
    public GroupChat leave(Change change, GroupChat chat, String seat, boolean removed) {
        var seats = new ArrayList<>(chat.seats());
        if (!seats.removeIf(one -> one.id().equals(seat))) {
            return chat;
        }
        var after = chat.seated(seats, platform.ids().hex(32));
        change.put(after);
        tell(
                change,
                after,
                seatsChanged(chat, after, "del_member", seat)
                        .number("JoinScene", 0)
                        .number("QuitScene", removed ? 1 : 0));
        return after;
    }

    public GroupChat rename(Change change, GroupChat chat, String name) {
        return retell(change, chat.named(name, chat.notice()), "change_name");
    }

    public GroupChat announce(Change change, GroupChat chat, String notice) {
        return retell(change, chat.named(chat.name(), notice), "change_notice");
    }

    public GroupChat handOver(Change change, GroupChat chat, Member owner) {
        return retell(change, chat.ownedBy(owner.id(), chat.status()), "change_owner");
    }

    public void dismiss(Change change, GroupChat chat) {
        change.put(chat.dismiss());
        tell(change, chat, event(chat, "dismiss"));
    }

    private GroupChat join(Change change, GroupChat chat, Seat seat) {
        if (chat.seat(seat.id()).isPresent() || chat.seats().size() >= SEATS) {
            return chat;
        }
        var seats = new ArrayList<>(chat.seats());
        seats.add(seat);
        var after = chat.seated(seats, platform.ids().hex(32));
        change.put(after);
        var event = seatsChanged(chat, after, "add_member", seat.id())
                .number("JoinScene", seat.scene() == SCANNED ? 3 : 0)
                .number("QuitScene", 0);
        tell(change, after, event);
        return after;
    }

    private GroupChat retell(Change change, GroupChat after, String detail) {
        change.put(after);
        // The platform sends the numbers of the seats even where no seat has changed.
        var event = event(after, "update")
                .text("UpdateDetail", detail)
                .number("JoinScene", 0)
                .number("MemChangeCnt", 0)
                .text("LastMemVer", after.version())
                .text("CurMemVer", after.version());
        tell(change, after, event);
        return after;
    }

    private void tell(Change change, GroupChat chat, Event event) {
        platform.callbacks().say(change, chat.corp(), event);
    }

    private static Event event(GroupChat chat, String changeType) {
        return Event.of(EVENT)
                .concerning(chat.owner())
                .about(chat.id())
                .text("ChatId", chat.id())
                .text("ChangeType", changeType);
    }

    private static Event seatsChanged(GroupChat before, GroupChat after, String detail, String seat) {
        return event(after, "update")
                .text("UpdateDetail", detail)
                .number("MemChangeCnt", 1)
                .list("MemChangeList", "Item", List.of(seat))
                .text("LastMemVer", before.version())
                .text("CurMemVer", after.version());
    }

    private Seat seat(Member member, Member owner) {
        String invitor = member.equals(owner) ? "" : owner.id();
        return new Seat(member.id(), 1, "", platform.clock().instant(), INVITED, invitor, "", "");
    }

    private Seat seat(Change change, String corp, Person guest, int scene, String invitor, String state) {
        var customer = platform.friendships().introduce(change, corp, guest);
        return new Seat(customer.id(), 2, guest.id(), platform.clock().instant(), scene, invitor, "", state);
    }
}
