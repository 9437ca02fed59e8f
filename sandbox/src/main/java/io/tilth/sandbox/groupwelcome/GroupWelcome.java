package io.tilth.sandbox.groupwelcome;

import io.tilth.sandbox.world.Thing;
import tools.jackson.databind.node.ObjectNode;

/**
 * A template; only the app that made it may touch it.
 *
 * @param content text and at most one attachment, as the app wrote them
 */
public record GroupWelcome(String corp, String id, int agent, ObjectNode content) implements Thing {

    @Override
    public String key() {
        return corp + "/" + id;
    }
}
