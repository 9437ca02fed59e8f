package io.tilth.sandbox.phone;

import io.javalin.http.sse.SseClient;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** Tells every open page that something has changed; however much it was, not more often than a person can see. */
final class Live implements AutoCloseable {
    private static final long PAUSE_MILLIS = 120;
    private static final long PULSE_SECONDS = 15;

    private final Set<SseClient> pages = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean changed = new AtomicBoolean();
    private final ScheduledExecutorService pace = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("phone-live").daemon().factory());

    Live() {
        pace.scheduleWithFixedDelay(this::tell, PAUSE_MILLIS, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        pace.scheduleWithFixedDelay(
                () -> each(page -> page.sendComment("here")), PULSE_SECONDS, PULSE_SECONDS, TimeUnit.SECONDS);
    }

    void open(SseClient page) {
        page.keepAlive();
        page.onClose(() -> pages.remove(page));
        pages.add(page);
        page.sendComment("hello");
    }

    /** Quick, whoever calls it. */
    void stir() {
        changed.set(true);
    }

    @Override
    public void close() {
        pace.shutdownNow();
        pages.forEach(SseClient::close);
    }

    /** Says something with it: a browser does not hand on an event without data. */
    private void tell() {
        if (changed.getAndSet(false)) {
            each(page -> page.sendEvent("world", "changed"));
        }
    }

    /** What fails with one page must reach neither the others nor the clock, which would never come back. */
    private void each(Consumer<SseClient> what) {
        for (var page : pages) {
            try {
                what.accept(page);
            } catch (RuntimeException gone) {
                pages.remove(page);
            }
        }
    }
}
