package io.tilth.sandbox.media;

import io.tilth.sandbox.world.Thing;
import java.time.Instant;

/** A picture with an address that stays good. */
record Picture(String id, String corp, String type, byte[] bytes, Instant uploadedAt) implements Thing {

    @Override
    public String key() {
        return id;
    }
}
