package io.tilth.sandbox.corp;

import io.tilth.sandbox.world.Thing;

/** A department; the root has id 1 and no parent (0). */
public record Department(String corp, int id, String name, int parent, long order) implements Thing {
    public static final int ROOT = 1;

    public static String key(String corp, int id) {
        return corp + "/" + id;
    }

    @Override
    public String key() {
        return key(corp, id);
    }
}
