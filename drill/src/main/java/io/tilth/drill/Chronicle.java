package io.tilth.drill;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What happened when, said aloud while it happens. */
final class Chronicle {

    private final long began = System.nanoTime();
    private final List<Event> events = new ArrayList<>();

    /** @param seconds since the drill began */
    record Event(double seconds, String what) {}

    void say(String what) {
        double seconds = elapsed().toMillis() / 1000.0;
        synchronized (this) {
            events.add(new Event(seconds, what));
        }
        System.out.printf(Locale.ROOT, "%7.1f s  %s%n", seconds, what);
    }

    Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - began);
    }

    synchronized List<Event> events() {
        return List.copyOf(events);
    }
}
