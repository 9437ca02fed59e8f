package io.tilth.sandbox.world;

import java.util.Comparator;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** A table sorted another way: in groups, and inside a group by key. A thing without a group (empty) is left out. */
public final class Index<T extends Thing> {
    private static final String LAST = String.valueOf(Character.MAX_VALUE);

    private final ConcurrentSkipListMap<Place, T> places =
            new ConcurrentSkipListMap<>(Comparator.comparing(Place::group).thenComparing(Place::key));
    private final Function<? super T, String> group;

    Index(Function<? super T, String> group) {
        this.group = group;
    }

    public Stream<T> of(String group) {
        return of(group, "");
    }

    /** From behind the given key on: the next page. */
    public Stream<T> of(String group, String behind) {
        return places.subMap(new Place(group, behind), false, new Place(group, LAST), false).values().stream();
    }

    void replace(T before, T after) {
        if (before != null && !group.apply(before).equals(group.apply(after))) {
            remove(before);
        }
        add(after);
    }

    void add(T thing) {
        String name = group.apply(thing);
        if (!name.isEmpty()) {
            places.put(new Place(name, thing.key()), thing);
        }
    }

    void remove(T thing) {
        places.remove(new Place(group.apply(thing), thing.key()));
    }

    void clear() {
        places.clear();
    }

    private record Place(String group, String key) {}
}
