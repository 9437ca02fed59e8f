package io.tilth.sandbox.tag;

import io.tilth.sandbox.world.Thing;
import java.time.Instant;

/**
 * A group of corp tags.
 *
 * @param agent the app that made it; 0 for the admin console
 */
public record TagGroup(String corp, String id, String name, long order, Instant at, int agent, boolean deleted)
        implements Thing {

    public static String key(String corp, String id) {
        return corp + "/" + id;
    }

    @Override
    public String key() {
        return key(corp, id);
    }

    public TagGroup edited(String name, long order) {
        return new TagGroup(corp, id, name, order, at, agent, deleted);
    }

    public TagGroup delete() {
        return new TagGroup(corp, id, name, order, at, agent, true);
    }
}
