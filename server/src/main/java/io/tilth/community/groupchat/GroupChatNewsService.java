package io.tilth.community.groupchat;

import io.tilth.community.GroupChatId;
import io.tilth.community.groupchat.WantedChatRepository.Wanted;
import io.tilth.directory.MemberId;
import io.tilth.directory.Members;
import io.tilth.kernel.Live;
import io.tilth.kernel.Live.Recipient;
import io.tilth.wecom.Callback;
import io.tilth.wecom.CompanyId;
import io.tilth.wecom.WecomGroupChats;
import io.tilth.wecom.WecomGroupChats.Chat;
import io.tilth.wecom.WecomRefusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes in what WeCom says of group chats. A callback is but a hint: what holds is what WeCom answers when asked. */
@Service
@Transactional
class GroupChatNewsService {

    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    private static final int DOUBLINGS = 8;

    private final GroupChatRepository chats;
    private final SeatRepository seats;
    private final WantedChatRepository wanted;
    private final GroupChatQueue queue;
    private final Members members;
    private final Live live;
    private final Clock clock;

    GroupChatNewsService(
            GroupChatRepository chats,
            SeatRepository seats,
            WantedChatRepository wanted,
            GroupChatQueue queue,
            Members members,
            Live live,
            Clock clock) {
        this.chats = chats;
        this.seats = seats;
        this.wanted = wanted;
        this.queue = queue;
        this.members = members;
        this.live = live;
        this.clock = clock;
    }

    void hear(Callback callback) {
        var chatId = callback.need("ChatId");
        if (callback.change().equals("dismiss")) {
            chats.dismiss(callback.company(), chatId, callback.at());
            chats.findAndLock(callback.company(), chatId).ifPresent(chat -> tell(chat.id()));
        } else {
            wanted.want(callback.company(), chatId, clock.instant());
            queue.add();
        }
    }

    List<Wanted> due(int rows) {
        return wanted.due(clock.instant(), rows);
    }

    boolean anyWanted() {
        return wanted.anyWanted();
    }

    /** @param chat empty when WeCom does not show it any more: then it stays as we knew it, unless it was dismissed */
    void settle(Wanted one, Optional<Chat> chat) {
        chat.ifPresent(told -> store(one.company(), told));
        wanted.settle(one);
    }

    /** The pause doubles each time, up to an hour: a platform out of reach is not hurried. */
    void fail(Wanted one, RuntimeException cause) {
        var pause = Duration.ofSeconds(10).multipliedBy(1L << Math.min(one.attempts(), DOUBLINGS));
        var next = clock.instant().plus(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE);
        if (!(cause instanceof WecomRefusal refusal)) {
            wanted.postpone(one, next, cause.toString());
        } else if (refusal.kind() == WecomRefusal.Kind.REQUEST) {
            wanted.settle(one);
        } else {
            wanted.postpone(one, next, refusal.api() + " " + refusal.code());
        }
    }

    /** Stores what a sync found, and says what differed. */
    Map<String, Integer> store(CompanyId company, List<Chat> told) {
        var differences = new HashMap<String, Integer>();
        told.forEach(
                chat -> store(company, chat).forEach((kind, times) -> differences.merge(kind, times, Integer::sum)));
        return differences;
    }

    int dismissUnseen(CompanyId company, Collection<String> owners, Instant since) {
        var known = owners.stream()
                .flatMap(owner -> members.ofUser(company, owner).stream())
                .map(Members.Member::id)
                .toList();
        return chats.dismissUnseen(company, known, since);
    }

    /** The user ids of everybody who may own a chat of the company: who may have customers, and who owned one. */
    List<String> owners(CompanyId company) {
        var known = members.findAll(chats.owners(company)).values().stream().map(Members.Member::userId);
        return Stream.concat(members.withCustomers(company).stream(), known)
                .distinct()
                .sorted()
                .toList();
    }

    void ownersChanged(MemberId owner) {
        members.find(owner).ifPresent(member -> chats.ownersChanged(owner, member.here()));
    }

    private Map<String, Integer> store(CompanyId company, Chat told) {
        var before = chats.findAndLock(company, told.chatId());
        var people = people(company, told);
        var chat = chat(company, told, before.map(GroupChat::id).orElseGet(GroupChatId::next), people);
        chats.store(chat, told.notice(), clock.instant());
        var there = told.seats().stream().map(seat -> Seat.of(seat, people)).toList();
        int changed = seats.store(chat.id(), there);
        int gone = seats.leaveBut(chat.id(), there, clock.instant());
        var differences = new HashMap<String, Integer>();
        count(differences, "group.missing", before.isEmpty() ? 1 : 0);
        count(
                differences,
                "group.changed",
                before.filter(known -> !known.equals(chat)).isPresent() ? 1 : 0);
        count(differences, "seat.missing", before.isEmpty() ? 0 : changed);
        count(differences, "seat.extra", gone);
        if (!differences.isEmpty()) {
            tell(chat.id());
        }
        return differences;
    }

    private Map<String, MemberId> people(CompanyId company, Chat told) {
        var users = told.seats().stream().filter(seat -> !seat.external()).map(WecomGroupChats.Seat::id);
        return members.ofUsers(
                company, Stream.concat(Stream.of(told.owner()), users).collect(Collectors.toSet()));
    }

    private GroupChat chat(CompanyId company, Chat told, GroupChatId id, Map<String, MemberId> people) {
        var owner = Optional.ofNullable(people.get(told.owner()));
        boolean here = owner.flatMap(members::find).filter(Members.Member::here).isPresent();
        int customers = (int)
                told.seats().stream().filter(WecomGroupChats.Seat::external).count();
        return new GroupChat(
                id,
                company,
                told.chatId(),
                told.name(),
                owner,
                here ? GroupChat.State.ACTIVE : GroupChat.State.OWNER_LEFT,
                customers,
                told.seats().size() - customers,
                Optional.of(told.createdAt()));
    }

    private static void count(Map<String, Integer> differences, String kind, int times) {
        if (times > 0) {
            differences.put(kind, times);
        }
    }

    private void tell(GroupChatId chat) {
        live.push(Recipient.EVERYBODY, "group-chat", chat.value().toString());
    }
}
