package io.tilth.sandbox.album;

import io.tilth.sandbox.world.Thing;
import java.time.Instant;
import tools.jackson.databind.node.ArrayNode;

/** A product that members can show to customers; its price is in fen. */
record Product(
        String corp,
        String id,
        int agent,
        String sn,
        String description,
        long price,
        ArrayNode attachments,
        Instant createdAt)
        implements Thing {

    @Override
    public String key() {
        return corp + "/" + id;
    }
}
