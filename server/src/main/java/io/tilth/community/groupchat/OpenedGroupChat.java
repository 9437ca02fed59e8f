package io.tilth.community.groupchat;

import io.tilth.community.GroupChatId;
import io.tilth.customer.CustomerId;
import io.tilth.directory.MemberId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A group chat with everybody in it. */
record OpenedGroupChat(
        GroupChatId id,
        String name,
        Optional<ListedGroupChat.GroupOwner> owner,
        int customers,
        int members,
        Optional<Instant> createdAt,
        GroupChat.State state,
        List<TakenSeat> seats) {

    static OpenedGroupChat of(ListedGroupChat chat, List<Seat> seats, Map<String, CustomerId> customers) {
        return new OpenedGroupChat(
                chat.id(),
                chat.name(),
                chat.owner(),
                chat.customers(),
                chat.members(),
                chat.createdAt(),
                chat.state(),
                seats.stream().map(seat -> TakenSeat.of(seat, customers)).toList());
    }

    record TakenSeat(
            Optional<String> name,
            boolean external,
            Instant joinedAt,
            int joinScene,
            Optional<CustomerId> customerId,
            Optional<MemberId> memberId,
            Optional<Instant> leftAt) {

        static TakenSeat of(Seat seat, Map<String, CustomerId> customers) {
            return new TakenSeat(
                    seat.name(),
                    seat.external(),
                    seat.joinedAt(),
                    seat.joinScene(),
                    seat.external() ? Optional.ofNullable(customers.get(seat.wecomId())) : Optional.empty(),
                    seat.member(),
                    seat.leftAt());
        }
    }
}
