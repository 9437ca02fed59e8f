package io.tilth.community.groupchat;

import io.tilth.community.GroupChatId;
import io.tilth.directory.MemberId;
import io.tilth.wecom.CompanyId;
import java.time.Instant;
import java.util.Optional;

/** A customer group chat as WeCom last told it. */
record GroupChat(
        GroupChatId id,
        CompanyId company,
        String chatId,
        String name,
        Optional<MemberId> owner,
        State state,
        int customers,
        int members,
        Optional<Instant> createdAt) {

    enum State {
        ACTIVE,
        OWNER_LEFT,
        DISMISSED
    }
}
