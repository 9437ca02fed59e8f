package io.tilth.kernel;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Version-7 UUIDs: 48 bits of milliseconds, a counter that keeps one node's ids in order, the rest random. */
public final class Ids {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int COUNTER_BITS = 12;
    private static final AtomicLong LAST = new AtomicLong();

    private Ids() {}

    /** The next id; later calls on this node give greater ids, also within one millisecond. */
    public static UUID next() {
        // System time on purpose: an id must move forward even in a test that moves the clock back.
        long now = System.currentTimeMillis() << COUNTER_BITS;
        return of(LAST.updateAndGet(last -> Math.max(last + 1, now)), RANDOM.nextLong());
    }

    /** The smallest id of that moment: turns a range of time into a range of ids. */
    public static UUID floor(Instant moment) {
        return new UUID(moment.toEpochMilli() << 16 | 0x7000, 0x8000_0000_0000_0000L);
    }

    /** When the id was given out, to the millisecond. */
    public static Instant moment(UUID id) {
        return Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16);
    }

    private static UUID of(long tick, long random) {
        long milliseconds = tick >>> COUNTER_BITS;
        long counter = tick & ((1 << COUNTER_BITS) - 1);
        return new UUID(milliseconds << 16 | 0x7000 | counter, random >>> 2 | 0x8000_0000_0000_0000L);
    }
}
