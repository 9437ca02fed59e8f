package io.tilth.sandbox.kf;

import io.tilth.sandbox.api.Code;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Without a token one may fetch ten times a minute; who does so more often waits for a minute. */
final class SyncPace {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int CALLS = 10;

    private final Map<String, Calls> calls = new ConcurrentHashMap<>();

    void count(String account, Instant now) {
        calls.computeIfAbsent(account, any -> new Calls()).count(now);
    }

    private static final class Calls {
        private final Deque<Instant> last = new ArrayDeque<>();
        private Instant shutUntil = Instant.MIN;

        synchronized void count(Instant now) {
            Code.TOO_OFTEN.unless(!now.isBefore(shutUntil));
            while (!last.isEmpty() && !last.peekFirst().isAfter(now.minus(MINUTE))) {
                last.removeFirst();
            }
            if (last.size() >= CALLS) {
                shutUntil = now.plus(MINUTE);
                throw Code.TOO_OFTEN.error();
            }
            last.addLast(now);
        }
    }
}
