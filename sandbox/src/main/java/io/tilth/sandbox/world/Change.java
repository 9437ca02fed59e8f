package io.tilth.sandbox.world;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What is to become different, all of it at once. Nothing shows before the end; an exception leaves no trace. */
public final class Change {
    private final Map<Name, Optional<Thing>> steps = new LinkedHashMap<>();
    private final World world;

    public Change(World world) {
        this.world = world;
    }

    public void put(Thing thing) {
        steps.put(new Name(thing.getClass(), thing.key()), Optional.of(thing));
    }

    public void remove(Thing thing) {
        steps.put(new Name(thing.getClass(), thing.key()), Optional.empty());
    }

    /** The thing as this change leaves it; the tables of the world show it as it was before. */
    public <T extends Thing> Optional<T> find(Class<T> kind, String key) {
        var step = steps.get(new Name(kind, key));
        return step == null ? world.table(kind).find(key) : step.map(kind::cast);
    }

    public World world() {
        return world;
    }

    /** Each kind and key with what it becomes; empty where it ends. */
    public Map<Name, Optional<Thing>> steps() {
        return steps;
    }

    /** What a step is about. */
    public record Name(Class<? extends Thing> kind, String key) {}
}
