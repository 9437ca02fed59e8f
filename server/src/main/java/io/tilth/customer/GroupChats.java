package io.tilth.customer;

import io.tilth.directory.MemberId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Group chats that can be handed over with their owner's customers. Implemented by the module above that keeps them. */
public interface GroupChats {

    /** Those that are not dismissed. */
    List<Owned> ownedBy(MemberId owner);

    /** How many chats those own who have left. */
    Map<MemberId, Integer> orphaned();

    /** WeCom has given these chats to another owner. */
    void moved(Collection<UUID> chats, MemberId owner);

    record Owned(UUID id, String chatId, String name) {}
}
