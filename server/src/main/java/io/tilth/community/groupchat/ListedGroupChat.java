package io.tilth.community.groupchat;

import io.tilth.community.GroupChatId;
import io.tilth.directory.MemberId;
import io.tilth.directory.Members;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** A group chat as the list shows it. */
record ListedGroupChat(
        GroupChatId id,
        String name,
        Optional<GroupOwner> owner,
        int customers,
        int members,
        Optional<Instant> createdAt,
        GroupChat.State state) {

    static ListedGroupChat of(GroupChat chat, Map<MemberId, Members.Member> owners) {
        return new ListedGroupChat(
                chat.id(),
                chat.name(),
                chat.owner().map(owners::get).map(owner -> new GroupOwner(owner.id(), owner.name())),
                chat.customers(),
                chat.members(),
                chat.createdAt(),
                chat.state());
    }

    record GroupOwner(MemberId id, String name) {}
}
