package io.tilth.sandbox.contact;

import io.tilth.sandbox.world.Thing;

/** A person as one company knows them: {@code id} is the external_userid. */
public record Customer(String corp, String id, String person) implements Thing {

    public static String key(String corp, String id) {
        return corp + "/" + id;
    }

    @Override
    public String key() {
        return key(corp, id);
    }
}
