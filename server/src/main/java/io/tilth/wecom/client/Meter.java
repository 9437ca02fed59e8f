package io.tilth.wecom.client;

import io.tilth.wecom.CallMeter;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Counts what the current thread asks of WeCom, while somebody wants to know. */
@Component
class Meter implements CallMeter {

    private final ThreadLocal<@Nullable Count> current = new ThreadLocal<>();

    @Override
    public <T> Measured<T> measure(Supplier<T> work) {
        var outer = current.get();
        var count = new Count();
        current.set(count);
        try {
            return new Measured<>(work.get(), count.calls, Duration.ofMillis(count.waitedMs));
        } finally {
            restore(outer, count);
        }
    }

    void add(long calls, long waitedMs) {
        var count = current.get();
        if (count != null) {
            count.add(calls, waitedMs);
        }
    }

    private void restore(@Nullable Count outer, Count inner) {
        if (outer == null) {
            current.remove();
        } else {
            outer.add(inner.calls, inner.waitedMs);
            current.set(outer);
        }
    }

    private static class Count {

        long calls;
        long waitedMs;

        void add(long more, long longer) {
            calls += more;
            waitedMs += longer;
        }
    }
}
