package io.tilth.sandbox.transfer;

import io.tilth.sandbox.Platform;
import io.tilth.sandbox.api.Answer;
import io.tilth.sandbox.api.Area;
import io.tilth.sandbox.api.Call;
import io.tilth.sandbox.api.Code;
import io.tilth.sandbox.api.Json;
import io.tilth.sandbox.api.Routes;
import io.tilth.sandbox.callback.Event;
import io.tilth.sandbox.corp.Member;
import io.tilth.sandbox.corp.Visibility;
import io.tilth.sandbox.groupchat.GroupChat;
import io.tilth.sandbox.groupchat.GroupChat.Seat;
import io.tilth.sandbox.world.Change;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** {@code groupchat/onjob_transfer} and {@code groupchat/transfer}: groups that get another owner, at once. */
public final class GroupTransferApi implements Area {
    private static final String PATH = "/cgi-bin/externalcontact/groupchat/";
    private static final int AT_ONCE = 100;
    private static final int A_DAY = 300;
    private static final int INHERITED = 3;

    private final Platform platform;
    private final Transfers transfers;

    public GroupTransferApi(Platform platform, Transfers transfers) {
        this.platform = platform;
        this.transfers = transfers;
    }

    @Override
    public void enter(Routes routes) {
        routes.write(PATH + "onjob_transfer", (call, change) -> transfer(call, change, false))
                .write(PATH + "transfer", (call, change) -> transfer(call, change, true));
    }

    private Answer transfer(Call call, Change change, boolean resigned) {
        var chats = call.texts("chat_id_list");
        Code.EMPTY_PARAMETER.unless(!chats.isEmpty());
        Code.TOO_MANY.unless(chats.size() <= AT_ONCE);
        var heir = TransferApi.heir(platform, call, "new_owner");
        var failed = new ArrayList<ObjectNode>();
        for (String id : chats) {
            refusal(change, heir, id, resigned)
                    .ifPresentOrElse(
                            refusal -> failed.add(
                                    Json.object("chat_id", id, "errcode", refusal.number, "errmsg", refusal.text)),
                            () -> pass(change, heir, id, resigned));
        }
        return Answer.of("failed_chat_list", failed);
    }

    private Optional<Refusal> refusal(Change change, Member heir, String id, boolean resigned) {
        var chat = change.find(GroupChat.class, GroupChat.key(heir.corp(), id)).filter(one -> !one.dismissed());
        if (chat.isEmpty()) {
            return Optional.of(Refusal.NO_CUSTOMER_GROUP);
        }
        boolean ownerIsHere = platform.world()
                .find(Member.class, Member.key(heir.corp(), chat.get().owner()))
                .filter(Visibility::isHere)
                .isPresent();
        if (resigned && ownerIsHere) {
            return Optional.of(chat.get().status() == INHERITED ? Refusal.DONE : Refusal.OWNER_HERE);
        }
        if (!resigned && !ownerIsHere) {
            return Optional.of(Refusal.OWNER_LEFT);
        }
        if (chat.get().owner().equalsIgnoreCase(heir.id())) {
            return Optional.of(Refusal.SAME_OWNER);
        }
        if (!resigned && transfers.isGivenTooOften(heir.corp(), id)) {
            return Optional.of(Refusal.TOO_OFTEN);
        }
        return isFullToday(change, heir) ? Optional.of(Refusal.FULL) : Optional.empty();
    }

    private boolean isFullToday(Change change, Member heir) {
        return taken(change, heir).today(platform.clock().instant()) >= A_DAY;
    }

    private Taken taken(Change change, Member heir) {
        return change.find(Taken.class, heir.key()).orElse(Taken.none(heir));
    }

    private void pass(Change change, Member heir, String id, boolean resigned) {
        var now = platform.clock().instant();
        var chat = change.find(GroupChat.class, GroupChat.key(heir.corp(), id)).orElseThrow();
        var seats = new ArrayList<>(chat.seats());
        if (resigned) {
            seats.removeIf(seat -> seat.id().equalsIgnoreCase(chat.owner()));
        }
        if (seats.stream().noneMatch(seat -> seat.id().equalsIgnoreCase(heir.id()))) {
            seats.add(new Seat(heir.id(), 1, "", now, 1, chat.owner(), "", ""));
        }
        change.put(chat.ownedBy(heir.id(), resigned ? INHERITED : chat.status())
                .seated(seats, platform.ids().hex(32)));
        change.put(taken(change, heir).oneMore(now));
        if (!resigned) {
            transfers.count(change, heir.corp(), id);
        }
        var event = Event.of("change_external_chat", "update")
                .concerning(heir.id())
                .about(id)
                .text("ChatId", id)
                .text("UpdateDetail", "change_owner");
        platform.callbacks().echo(change, heir.corp(), event);
    }

    /** How many groups a member was given lately. */
    record Taken(String corp, String user, java.time.Instant since, int groups)
            implements io.tilth.sandbox.world.Thing {
        private static final Duration DAY = Duration.ofDays(1);

        static Taken none(Member heir) {
            return new Taken(heir.corp(), heir.id(), java.time.Instant.EPOCH, 0);
        }

        @Override
        public String key() {
            return Member.key(corp, user);
        }

        int today(java.time.Instant now) {
            return now.isBefore(since.plus(DAY)) ? groups : 0;
        }

        Taken oneMore(java.time.Instant now) {
            return today(now) == 0 ? new Taken(corp, user, now, 1) : new Taken(corp, user, since, groups + 1);
        }
    }

    private enum Refusal {
        OWNER_HERE(90500, "the owner of the chat has not resigned"),
        NO_CUSTOMER_GROUP(90501, "chat is not external group chat"),
        OWNER_LEFT(90502, "the owner of the chat has resigned"),
        FULL(90503, "the new owner cannot take over more chats"),
        SAME_OWNER(90504, "the new owner is the owner already"),
        TOO_OFTEN(90506, "the chat has been transferred too often"),
        DONE(90508, "the chat has been transferred already");

        private final int number;
        private final String text;

        Refusal(int number, String text) {
            this.number = number;
            this.text = text;
        }
    }
}
