package io.tilth.sandbox.acquisition;

import io.tilth.sandbox.world.Thing;
import java.time.Instant;

/** That somebody opened a link. */
record Click(String corp, String link, String id, Instant at) implements Thing {

    static String prefix(String corp, String link) {
        return corp + "/" + link + "/";
    }

    @Override
    public String key() {
        return prefix(corp, link) + id;
    }
}
