package io.tilth.sandbox.groupchat;

import io.tilth.sandbox.world.Thing;
import java.util.List;

/** A code that leads into the first of its groups with a free seat. */
public record JoinWay(
        String corp,
        String id,
        int agent,
        int scene,
        String remark,
        boolean autoCreate,
        String baseName,
        int baseNumber,
        List<String> chats,
        String state,
        boolean markSource)
        implements Thing {

    public JoinWay {
        chats = List.copyOf(chats);
    }

    public static String key(String corp, String id) {
        return corp + "/" + id;
    }

    @Override
    public String key() {
        return key(corp, id);
    }
}
