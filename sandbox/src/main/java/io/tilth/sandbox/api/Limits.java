package io.tilth.sandbox.api;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How often one company may call one path; who oversteps it is shut out for as long as the span it overstepped. */
public final class Limits {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration HOUR = Duration.ofHours(1);

    private final Map<String, Count> counts = new ConcurrentHashMap<>();
    private volatile int perMinute = 10_000;
    private volatile int perHour = 150_000;

    /** Other limits than the platform's, so that a test need not call ten thousand times. */
    public void set(int perMinute, int perHour) {
        this.perMinute = perMinute;
        this.perHour = perHour;
        counts.clear();
    }

    /** Begins to count anew: in another world it may be earlier, and what was counted there would hold for ever. */
    public void forget() {
        counts.clear();
    }

    public int perMinute() {
        return perMinute;
    }

    public int perHour() {
        return perHour;
    }

    void count(String corp, String path, Instant now) {
        counts.computeIfAbsent(corp + path, any -> new Count()).count(now);
    }

    private final class Count {
        private final Window minute = new Window(MINUTE);
        private final Window hour = new Window(HOUR);

        synchronized void count(Instant now) {
            boolean fine = minute.count(now, perMinute);
            fine &= hour.count(now, perHour);
            Code.TOO_OFTEN.unless(fine);
        }
    }

    private static final class Window {
        private final Duration span;
        private Instant start = Instant.MIN;
        private Instant shutUntil = Instant.MIN;
        private int calls;

        Window(Duration span) {
            this.span = span;
        }

        boolean count(Instant now, int most) {
            if (now.isBefore(shutUntil)) {
                return false;
            }
            if (start.equals(Instant.MIN) || !now.isBefore(start.plus(span))) {
                start = now;
                calls = 0;
            }
            if (++calls > most) {
                shutUntil = now.plus(span);
                return false;
            }
            return true;
        }
    }
}
