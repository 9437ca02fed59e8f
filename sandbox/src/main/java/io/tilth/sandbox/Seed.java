package io.tilth.sandbox;

import io.tilth.sandbox.world.Change;
import java.util.function.BiConsumer;

/** What a new world begins with. */
public interface Seed extends BiConsumer<Platform, Change> {

    static Seed named(String name) {
        return switch (name) {
            case "empty" -> empty();
            default -> throw new IllegalArgumentException("There is no seed of this name: " + name);
        };
    }

    /** One company with one app, a root department and nobody in it. */
    static Seed empty() {
        return io.tilth.sandbox.seed.EmptyCompany::plant;
    }
}
