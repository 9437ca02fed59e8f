package io.tilth.community.groupchat;

import io.tilth.community.GroupChatId;
import io.tilth.customer.CustomerId;
import io.tilth.customer.Customers;
import io.tilth.customer.GroupChats;
import io.tilth.directory.MemberId;
import io.tilth.directory.Members;
import io.tilth.directory.VisibleMembers;
import io.tilth.kernel.Page;
import io.tilth.kernel.Paging;
import io.tilth.kernel.Refusal;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Group chats as people and other modules look at them. */
@Service
@Transactional
class GroupChatService implements GroupChats {

    private final GroupChatRepository chats;
    private final SeatRepository seats;
    private final Members members;
    private final VisibleMembers visible;
    private final ObjectProvider<Customers> customers;
    private final GroupChatQueue queue;
    private final Clock clock;

    GroupChatService(
            GroupChatRepository chats,
            SeatRepository seats,
            Members members,
            VisibleMembers visible,
            ObjectProvider<Customers> customers,
            GroupChatQueue queue,
            Clock clock) {
        this.chats = chats;
        this.seats = seats;
        this.members = members;
        this.visible = visible;
        this.customers = customers;
        this.queue = queue;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Page<ListedGroupChat> search(String q, @Nullable MemberId owner, Paging paging) {
        var rows = chats.search(q.strip(), owner, visible.ofCaller(), paging.afterId(), paging.rows());
        var owners = owners(rows);
        return Page.of(rows, paging, chat -> chat.id().value().toString())
                .map(chat -> ListedGroupChat.of(chat, owners));
    }

    @Transactional(readOnly = true)
    public OpenedGroupChat open(GroupChatId id) {
        var chat = chats.find(id).filter(this::isVisible).orElseThrow(() -> Refusal.notFound("group-chat-not-found"));
        var there = seats.of(id);
        return OpenedGroupChat.of(ListedGroupChat.of(chat, owners(List.of(chat))), there, known(chat, there));
    }

    @Override
    @Transactional(readOnly = true)
    public List<Owned> ownedBy(MemberId owner) {
        return chats.ownedBy(owner).stream()
                .map(chat -> new Owned(chat.id().value(), chat.chatId(), chat.name()))
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public Map<MemberId, Integer> orphaned() {
        return chats.orphaned();
    }

    @Override
    public void moved(Collection<UUID> ids, MemberId owner) {
        chats.move(ids.stream().map(GroupChatId::new).toList(), owner, clock.instant());
        queue.add();
    }

    private boolean isVisible(GroupChat chat) {
        var seen = visible.ofCaller();
        return seen.isEmpty() || chat.owner().filter(seen.get()::contains).isPresent();
    }

    private Map<MemberId, Members.Member> owners(List<GroupChat> rows) {
        return members.findAll(
                rows.stream().flatMap(chat -> chat.owner().stream()).collect(Collectors.toSet()));
    }

    private Map<String, CustomerId> known(GroupChat chat, List<Seat> there) {
        var externals = there.stream().filter(Seat::external).map(Seat::wecomId).toList();
        return Optional.ofNullable(customers.getIfAvailable())
                .map(door -> door.ofExternals(chat.company(), externals))
                .orElse(Map.of());
    }
}
