package io.tilth.community.groupchat;

import io.tilth.directory.MemberId;
import io.tilth.wecom.WecomGroupChats;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Somebody in a group chat.
 *
 * @param wecomId user id of a member, external user id of a customer
 * @param joinScene 1 invited, 2 by an invitation link, 3 by a QR code
 */
record Seat(
        String wecomId,
        boolean external,
        Optional<String> name,
        Optional<MemberId> member,
        Instant joinedAt,
        int joinScene,
        Optional<String> channel,
        Optional<Instant> leftAt) {

    static Seat of(WecomGroupChats.Seat seat, Map<String, MemberId> members) {
        return new Seat(
                seat.id(),
                seat.external(),
                seat.name(),
                seat.external() ? Optional.empty() : Optional.ofNullable(members.get(seat.id())),
                seat.joinedAt(),
                seat.joinScene(),
                seat.state(),
                Optional.empty());
    }
}
