package io.tilth.sandbox.tag;

import io.tilth.sandbox.world.Thing;
import java.time.Instant;

/** A corp tag. A deleted one is still known to whoever asks for it by its id. */
public record Tag(String corp, String id, String group, String name, long order, Instant at, int agent, boolean deleted)
        implements Thing {

    public static String key(String corp, String id) {
        return corp + "/" + id;
    }

    @Override
    public String key() {
        return key(corp, id);
    }

    public Tag edited(String name, long order) {
        return new Tag(corp, id, group, name, order, at, agent, deleted);
    }

    public Tag delete() {
        return new Tag(corp, id, group, name, order, at, agent, true);
    }
}
