package io.tilth.drill.load;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** How long people go on: they begin new things until the drill is over, and insist on what they began a while longer. */
public final class Patience {

    private static final long NEVER = Long.MAX_VALUE;

    private volatile long end = NEVER;

    /** Nothing new begins from now on; what was begun may be insisted on for so long. */
    void over(Duration longer) {
        end = System.nanoTime() + longer.toNanos();
    }

    boolean begins() {
        return end == NEVER;
    }

    boolean insists() {
        return end == NEVER || System.nanoTime() < end;
    }

    /** Whether it is worth another try, a moment later. */
    boolean pauses(Duration moment) throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(moment.toNanos());
        return insists();
    }
}
