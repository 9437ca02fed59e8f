package io.tilth.sandbox.kf;

import io.tilth.sandbox.world.Thing;

/** Counts the messages of an account. */
record Counter(String name, long value) implements Thing {

    @Override
    public String key() {
        return name;
    }
}
