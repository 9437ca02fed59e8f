package io.tilth.tracking.visit;

import io.tilth.kernel.TenantId;
import io.tilth.kernel.TenantVisits;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Makes visits of what pages told. What came in on this node is taken at once; what another node left behind, and visits
 * that may have ended, are found by looking around every second.
 */
@Component
class VisitWorkers implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(VisitWorkers.class);
    private static final int WORKERS = 3;
    private static final int MOST_AT_ONCE = 200;
    private static final long LOOK_EVERY_MS = 1_000;

    private final Awake awake;
    private final VisitService service;
    private final TenantVisits tenants;
    private volatile CountDownLatch stopped = new CountDownLatch(0);
    private volatile List<Thread> threads = List.of();

    VisitWorkers(Awake awake, VisitService service, TenantVisits tenants) {
        this.awake = awake;
        this.service = service;
        this.tenants = tenants;
    }

    private void lookAround() {
        do {
            try {
                service.waiting().forEach(awake::wake);
            } catch (RuntimeException failure) {
                log.warn("Waiting visits could not be looked for: {}", failure.getMessage());
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

    private void work() {
        while (isRunning()) {
            try {
                awake.take(LOOK_EVERY_MS).ifPresent(this::serve);
            } catch (InterruptedException impatient) {
                return;
            }
        }
    }

    private void serve(TenantId tenant) {
        boolean more = false;
        try {
            more = tenants.system(tenant, () -> service.workOff(MOST_AT_ONCE));
        } catch (RuntimeException failure) {
            log.warn("Visits of tenant {} are worked off one by one.", tenant.value(), failure);
            more = oneByOne(tenant);
        } finally {
            awake.done(tenant, more);
        }
    }

    /** So that the one at fault is put off alone. */
    private boolean oneByOne(TenantId tenant) {
        try {
            for (int number = 0; number < MOST_AT_ONCE; number++) {
                if (!tenants.system(tenant, () -> service.workOff(1))) {
                    return false;
                }
            }
            return true;
        } catch (RuntimeException failure) {
            log.error("A visit of tenant {} could not be worked off; it is tried again.", tenant.value(), failure);
            tenants.system(tenant, () -> {
                service.putOffFirst();
                return true;
            });
            return true;
        }
    }

    @Override
    public void start() {
        stopped = new CountDownLatch(1);
        var started = new ArrayList<Thread>();
        for (int number = 1; number <= WORKERS; number++) {
            started.add(Thread.ofVirtual().name("visit-worker-" + number).start(this::work));
        }
        started.add(Thread.ofVirtual().name("visit-lookout").start(this::lookAround));
        threads = List.copyOf(started);
    }

    /** What is in hand is finished; the rest waits for the next node. */
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
}
