package io.tilth.sandbox;

import io.tilth.sandbox.world.Thing;
import io.tilth.sandbox.world.World;

/** Questions on which the platform's documents contradict each other or say nothing: here one can try both answers. */
public final class Switches {
    /** gettoken gives the same token again while it is good. */
    public static final String SAME_TOKEN = "same-token";
    /** What the API writes is called back too. */
    public static final String CALLBACKS_ON_WRITES = "callbacks-on-writes";
    /** Who deletes a member disappears from the lists of customers. */
    public static final String FORGET_DELETERS = "forget-deleters";

    private final World world;

    public Switches(World world) {
        this.world = world;
    }

    public boolean is(String name) {
        return world.find(Switch.class, name).map(Switch::on).orElse(false);
    }

    public void set(String name, boolean on) {
        world.change(change -> {
            change.put(new Switch(name, on));
            return name;
        });
    }

    record Switch(String name, boolean on) implements Thing {
        @Override
        public String key() {
            return name;
        }
    }
}
