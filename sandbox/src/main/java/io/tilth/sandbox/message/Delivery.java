package io.tilth.sandbox.message;

import io.tilth.sandbox.corp.Member;
import io.tilth.sandbox.world.Thing;
import java.time.Instant;
import tools.jackson.databind.node.ObjectNode;

/**
 * A message on the phone of one member.
 *
 * @param changed what the app put in place of the card since; empty while it stands as it was sent
 */
public record Delivery(String corp, String user, String message, Instant at, ObjectNode changed) implements Thing {

    @Override
    public String key() {
        return "%s/%013d-%s".formatted(Member.key(corp, user), at.toEpochMilli(), message);
    }

    Delivery change(ObjectNode card) {
        return new Delivery(corp, user, message, at, card);
    }
}
