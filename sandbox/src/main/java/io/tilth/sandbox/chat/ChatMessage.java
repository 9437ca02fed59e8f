package io.tilth.sandbox.chat;

import io.tilth.sandbox.world.Thing;
import java.time.Instant;

/**
 * Something said in a chat.
 *
 * @param chat {@code user/external_userid} for two, a chat_id for a group
 * @param from a userid, an external_userid, or empty for the platform's own grey line
 * @param type {@code text, image, link, miniprogram, video, file, note}
 * @param body as JSON, in the words of the platform's attachments; for a text its {@code content}
 */
public record ChatMessage(String corp, String chat, long id, String from, String type, String body, Instant at)
        implements Thing {

    public static String between(String user, String customer) {
        return user.toLowerCase(java.util.Locale.ROOT) + "/" + customer;
    }

    /** Where the messages of a chat lie. */
    public static String folder(String corp, String chat) {
        return corp + "/" + chat + "/";
    }

    @Override
    public String key() {
        return folder(corp, chat) + "%016d".formatted(id);
    }
}
