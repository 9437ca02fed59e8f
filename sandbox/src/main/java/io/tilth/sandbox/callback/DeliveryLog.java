package io.tilth.sandbox.callback;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** The last deliveries and what became of them, newest first. Not kept over a restart. */
public final class DeliveryLog {
    private static final int KEPT = 2_000;

    private final Deque<Delivered> entries = new ArrayDeque<>();
    private final List<Consumer<Delivered>> watchers = new CopyOnWriteArrayList<>();
    private long delivered;

    public synchronized List<Delivered> newest(int most) {
        return entries.stream().limit(most).toList();
    }

    /** How many have arrived since the start. */
    public synchronized long delivered() {
        return delivered;
    }

    public void watch(Consumer<Delivered> watcher) {
        watchers.add(watcher);
    }

    public synchronized void clear() {
        entries.clear();
    }

    void add(Delivered entry) {
        synchronized (this) {
            entries.addFirst(entry);
            if (entries.size() > KEPT) {
                entries.removeLast();
            }
            delivered += entry.outcome() == Delivered.Outcome.DELIVERED ? 1 : 0;
        }
        watchers.forEach(watcher -> watcher.accept(entry));
    }
}
