package io.tilth.sandbox.world;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Stream;

/** All things of one kind, sorted by key. Reads need no lock and see each thing in its newest version. */
public final class Table<T extends Thing> {
    private final ConcurrentSkipListMap<String, T> rows = new ConcurrentSkipListMap<>();
    private final List<Index<T>> indexes = new CopyOnWriteArrayList<>();
    private final World world;

    Table(World world) {
        this.world = world;
    }

    public Optional<T> find(String key) {
        return Optional.ofNullable(rows.get(key));
    }

    public boolean has(String key) {
        return rows.containsKey(key);
    }

    public Stream<T> all() {
        return rows.values().stream();
    }

    /** What has a key that begins with the prefix, in order. */
    public Stream<T> under(String prefix) {
        return rows.subMap(prefix, prefix + Character.MAX_VALUE).values().stream();
    }

    /** The same, from behind the given key on: the next page. */
    public Stream<T> under(String prefix, String behind) {
        return behind.compareTo(prefix) < 0
                ? under(prefix)
                : rows.subMap(behind, false, prefix + Character.MAX_VALUE, false).values().stream();
    }

    public int size() {
        return rows.size();
    }

    /** Another way to find them, for as long as the world lives: by whatever the function reads from each. */
    public Index<T> index(Function<? super T, String> group) {
        return world.exclusively(() -> {
            var index = new Index<T>(group);
            rows.values().forEach(index::add);
            indexes.add(index);
            return index;
        });
    }

    void put(T thing) {
        T before = rows.put(thing.key(), thing);
        for (var index : indexes) {
            index.replace(before, thing);
        }
    }

    void remove(String key) {
        T before = rows.remove(key);
        if (before != null) {
            indexes.forEach(index -> index.remove(before));
        }
    }

    void clear() {
        rows.clear();
        indexes.forEach(Index::clear);
    }
}
