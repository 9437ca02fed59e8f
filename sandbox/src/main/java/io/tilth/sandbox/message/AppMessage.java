package io.tilth.sandbox.message;

import io.tilth.sandbox.world.Thing;
import java.time.Instant;
import tools.jackson.databind.node.ObjectNode;

/**
 * A message from an app to members.
 *
 * @param type the platform's word: text, textcard, news, markdown, template_card ..
 * @param content what the app wrote under that word
 * @param print the same for the same content to the same receivers
 */
public record AppMessage(
        String corp,
        int agent,
        String id,
        String type,
        ObjectNode content,
        String print,
        Instant sentAt,
        boolean recalled)
        implements Thing {

    @Override
    public String key() {
        return corp + "/" + id;
    }

    AppMessage recall() {
        return new AppMessage(corp, agent, id, type, content, print, sentAt, true);
    }
}
