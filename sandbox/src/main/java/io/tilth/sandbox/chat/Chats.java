package io.tilth.sandbox.chat;

import io.tilth.sandbox.Platform;
import io.tilth.sandbox.api.Json;
import io.tilth.sandbox.world.Change;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.JsonNode;

/** Writes into chats and reads from them. */
public final class Chats {
    private static final AtomicLong LAST = new AtomicLong(System.currentTimeMillis() * 1_000);

    private final Platform platform;

    public Chats(Platform platform) {
        this.platform = platform;
    }

    public ChatMessage say(Change change, String corp, String chat, String from, String type, JsonNode body) {
        var message = new ChatMessage(
                corp,
                chat,
                LAST.incrementAndGet(),
                from,
                type,
                body.toString(),
                platform.clock().instant());
        change.put(message);
        return message;
    }

    public ChatMessage text(Change change, String corp, String chat, String from, String content) {
        return say(change, corp, chat, from, "text", Json.object("content", content));
    }

    /** A message of the API's form, a text and attachments, as the single messages that arrive. */
    public void deliver(Change change, String corp, String chat, String from, JsonNode message) {
        String text = message.path("text").path("content").asString("");
        if (!text.isEmpty()) {
            text(change, corp, chat, from, text);
        }
        for (JsonNode attachment : message.path("attachments")) {
            String type = attachment.path("msgtype").asString("");
            say(change, corp, chat, from, type, attachment.path(type));
        }
    }

    /** All that was said, oldest first. */
    public List<ChatMessage> of(String corp, String chat) {
        return platform.world()
                .table(ChatMessage.class)
                .under(ChatMessage.folder(corp, chat))
                .toList();
    }
}
