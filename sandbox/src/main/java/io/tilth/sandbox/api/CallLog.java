package io.tilth.sandbox.api;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** The last calls and how they were answered, newest first. Not kept over a restart. */
public final class CallLog {
    private static final int KEPT = 1_000;

    private final Deque<Entry> entries = new ArrayDeque<>();
    private final List<Consumer<Entry>> watchers = new CopyOnWriteArrayList<>();
    private long last;

    public synchronized List<Entry> newest(int most) {
        return entries.stream().limit(most).toList();
    }

    public void watch(Consumer<Entry> watcher) {
        watchers.add(watcher);
    }

    void add(Instant at, String app, String path, int code, String message, long millis) {
        Entry entry;
        synchronized (this) {
            last++;
            entry = new Entry(last, at, app, path, code, message, millis);
            entries.addFirst(entry);
            if (entries.size() > KEPT) {
                entries.removeLast();
            }
        }
        watchers.forEach(watcher -> watcher.accept(entry));
    }

    /**
     * One call.
     *
     * @param app whose token came with it ({@code corp/agent}); empty without one
     * @param code 0, the platform's errcode, or the HTTP status of a fault
     */
    public record Entry(long id, Instant at, String app, String path, int code, String message, long millis) {}
}
