package io.tilth.sandbox.phone;

import io.tilth.sandbox.world.Thing;

/** How far somebody has read a chat: up to the message with this number. */
record Seen(String owner, String chat, long upTo) implements Thing {

    static String key(String owner, String chat) {
        return owner + "|" + chat;
    }

    @Override
    public String key() {
        return key(owner, chat);
    }
}
