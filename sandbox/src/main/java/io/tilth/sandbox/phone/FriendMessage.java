package io.tilth.sandbox.phone;

import io.tilth.sandbox.world.Thing;
import java.time.Instant;

/**
 * Something that one person sends another in WeChat, where no company sees it: this is how links travel on.
 *
 * @param body as in {@link io.tilth.sandbox.chat.ChatMessage}
 */
record FriendMessage(String pair, long number, String from, String type, String body, Instant at) implements Thing {

    /** The same for both. */
    static String pair(String one, String other) {
        return one.compareTo(other) < 0 ? one + "~" + other : other + "~" + one;
    }

    @Override
    public String key() {
        return pair + "/" + "%016d".formatted(number);
    }
}
