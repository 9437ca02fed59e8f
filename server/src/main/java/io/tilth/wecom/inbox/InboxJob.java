package io.tilth.wecom.inbox;

import io.tilth.kernel.TenantVisits;
import io.tilth.wecom.inbox.LaneService.BatchFailed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Works off the lanes: takes one, opens its tenant, hands a batch to the consumers, puts the lane back in turn. What came
 * in on this node is taken at once; what another node left behind is found by looking around every second.
 */
@Component
class InboxJob implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(InboxJob.class);
    private static final int WORKERS = 5;
    private static final int MOST_AT_ONCE = 200;
    private static final long LOOK_EVERY_MS = 1_000;
    private static final Duration SLOW = Duration.ofSeconds(1);

    private final Lanes lanes;
    private final LaneService service;
    private final TenantVisits visits;
    private volatile CountDownLatch stopped = new CountDownLatch(0);
    private volatile List<Thread> threads = List.of();

    InboxJob(Lanes lanes, LaneService service, TenantVisits visits) {
        this.lanes = lanes;
        this.service = service;
        this.visits = visits;
    }

    @Override
    public void start() {
        stopped = new CountDownLatch(1);
        var started = new ArrayList<Thread>();
        for (int number = 1; number <= WORKERS; number++) {
            started.add(Thread.ofVirtual().name("callback-worker-" + number).start(() -> work(false)));
        }
        started.add(Thread.ofVirtual().name("callback-greeter").start(() -> work(true)));
        started.add(Thread.ofVirtual().name("callback-lookout").start(this::lookAround));
        threads = List.copyOf(started);
    }

    /** Batches in hand are finished; the others wait for the next node. */
    @Override
    public void stop() {
        stopped.countDown();
        try {
            for (var thread : threads) {
                thread.join(TimeUnit.SECONDS.toMillis(5));
            }
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return stopped.getCount() > 0;
    }

    /** Before the web server when starting, after it when stopping. */
    @Override
    public int getPhase() {
        return 0;
    }

    private void lookAround() {
        do {
            try {
                service.waiting().forEach(found -> lanes.wake(found.lane(), found.front()));
            } catch (RuntimeException failure) {
                log.warn("Waiting callbacks could not be looked for: {}", failure.getMessage());
            }
        } while (pause());
    }

    private boolean pause() {
        try {
            return !stopped.await(LOOK_EVERY_MS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException impatient) {
            return false;
        }
    }

    private void work(boolean onlyInAHurry) {
        while (isRunning()) {
            try {
                lanes.take(onlyInAHurry, LOOK_EVERY_MS).ifPresent(this::serve);
            } catch (InterruptedException impatient) {
                return;
            }
        }
    }

    private void serve(Lane lane) {
        long begin = System.nanoTime();
        boolean more = false;
        try {
            more = workOff(lane, begin);
        } catch (RuntimeException failure) {
            // Found again at the next look.
            log.warn(
                    "The lane {} of tenant {} has to wait.",
                    lane.number(),
                    lane.tenant().value(),
                    failure);
        } finally {
            lanes.done(lane, more, isSlow(begin));
        }
    }

    /** A batch, and half of it when it fails, until the one that is at fault stands alone; then more again. */
    private boolean workOff(Lane lane, long begin) {
        int most = MOST_AT_ONCE;
        while (true) {
            boolean more = true;
            try {
                int size = most;
                more = visits.system(lane.tenant(), () -> service.workOff(lane, size));
                most = Math.min(MOST_AT_ONCE, most * 2);
            } catch (BatchFailed failed) {
                most = Math.max(1, failed.due().size() / 2);
                if (failed.due().size() == 1) {
                    putAside(lane, failed);
                }
            }
            if (!more || most == MOST_AT_ONCE || isSlow(begin)) {
                return more;
            }
        }
    }

    private static boolean isSlow(long begin) {
        return Duration.ofNanos(System.nanoTime() - begin).compareTo(SLOW) > 0;
    }

    private void putAside(Lane lane, BatchFailed failed) {
        log.warn(
                "A callback of tenant {} could not be worked off.",
                lane.tenant().value(),
                failed.failure());
        visits.system(lane.tenant(), () -> {
            service.fail(lane, failed.due().getFirst(), failed.failure());
            return true;
        });
    }
}
