package io.tilth.sandbox.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Everything that the sandbox knows. Without a folder it forgets when the process ends. */
public final class World implements AutoCloseable {
    private static final long ROTATION = 256L << 20;

    private final Map<Class<? extends Thing>, Table<?>> tables = new ConcurrentHashMap<>();
    private final List<Consumer<Change>> watchers = new CopyOnWriteArrayList<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final WorldClock clock = new WorldClock(this);
    private Folder folder;
    private volatile Journal journal;
    private long number;

    private World() {}

    public static World inMemory() {
        return new World();
    }

    /** Opens the world that lies in the folder, or a new one. */
    public static World in(Path home) {
        var world = new World();
        try {
            world.folder = new Folder(home);
            world.read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return world;
    }

    @SuppressWarnings("unchecked")
    public <T extends Thing> Table<T> table(Class<T> kind) {
        return (Table<T>) tables.computeIfAbsent(kind, any -> new Table<>(this));
    }

    public <T extends Thing> Optional<T> find(Class<T> kind, String key) {
        return table(kind).find(key);
    }

    /** What time it is in this world. */
    public WorldClock clock() {
        return clock;
    }

    public boolean isEmpty() {
        return tables.values().stream().allMatch(table -> table.size() == 0);
    }

    /** Changes the world; visible at once, sure to be kept after {@link #settle}. */
    public <R> R change(Function<Change, R> deed) {
        return exclusively(() -> {
            var change = new Change(this);
            R result = deed.apply(change);
            if (!change.steps().isEmpty()) {
                change.steps().forEach((name, thing) -> step(name.kind(), name.key(), thing.orElse(null)));
                tell(change);
                watchers.forEach(watcher -> watcher.accept(change));
            }
            return result;
        });
    }

    /** Comes back once everything that can be seen is on the disk. To be called before anybody outside is told. */
    public void settle() {
        var current = journal;
        if (current != null) {
            current.settle();
        }
    }

    /** Tells of every change, in order and in the thread that made it, so the watcher must be quick. */
    public void watch(Consumer<Change> watcher) {
        watchers.add(watcher);
    }

    public void unwatch(Consumer<Change> watcher) {
        watchers.remove(watcher);
    }

    /** Writes the world to a file, from which {@link #load} brings it back. */
    public void save(Path file) {
        var things = exclusively(this::things);
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Folder.write(file, things.iterator());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes up a great many things at once, all of them or, if the process dies, none. Watchers are not told. */
    public void fill(Stream<? extends Thing> things) {
        exclusively(() -> {
            things.forEach(thing -> step(thing.getClass(), thing.key(), thing));
            try {
                snapshot();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return this;
        });
    }

    /** Forgets this world and takes the one in the file. */
    public void load(Path file) {
        exclusively(() -> {
            tables.values().forEach(Table::clear);
            try {
                Replay.of(file, this::steps);
                snapshot();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return this;
        });
    }

    /** Forgets everything. */
    public void reset() {
        exclusively(() -> {
            tables.values().forEach(Table::clear);
            try {
                snapshot();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return this;
        });
    }

    @Override
    public void close() {
        exclusively(() -> {
            try {
                if (folder != null) {
                    journal.close();
                    folder.close();
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return this;
        });
    }

    <R> R exclusively(Supplier<R> deed) {
        lock.lock();
        try {
            return deed.get();
        } finally {
            lock.unlock();
        }
    }

    private void tell(Change change) {
        if (journal == null) {
            return;
        }
        journal.tell(change);
        if (journal.length() > ROTATION) {
            rotate();
        }
    }

    private List<Thing> things() {
        var things = new ArrayList<Thing>();
        tables.values().forEach(table -> table.all().forEach(things::add));
        return things;
    }

    private void read() throws IOException {
        for (Path file : folder.files()) {
            long whole = Replay.of(file, this::steps);
            try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.truncate(whole);
            }
        }
        number = folder.newest();
        if (number > 0 && number == folder.snapshot()) {
            journal = Journal.open(folder.journal(number));
        } else {
            snapshot();
        }
    }

    /** Begins a new journal behind a snapshot of what there is. */
    private void snapshot() throws IOException {
        if (folder != null) {
            nextJournal();
            folder.writeSnapshot(number, things().iterator());
        }
    }

    /** The same while business goes on; until the snapshot is whole, the older files stand. */
    private void rotate() {
        nextJournal();
        var things = things();
        long current = number;
        Thread.ofPlatform().name("snapshot").daemon().start(() -> {
            try {
                folder.writeSnapshot(current, things.iterator());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private void nextJournal() {
        try {
            if (journal != null) {
                journal.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        number++;
        journal = Journal.open(folder.journal(number));
    }

    private void steps(List<Replay.Step> steps) {
        for (var step : steps) {
            var thing = step.thing();
            step(Codec.kind(step.kind()), thing == null ? step.key() : thing.key(), thing);
        }
    }

    @SuppressWarnings("unchecked")
    private void step(Class<? extends Thing> kind, String key, Thing thing) {
        var table = (Table<Thing>) table(kind);
        if (thing == null) {
            table.remove(key);
        } else {
            table.put(thing);
        }
    }
}
