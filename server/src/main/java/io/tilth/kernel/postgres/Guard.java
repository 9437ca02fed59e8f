package io.tilth.kernel.postgres;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts PostgreSQL again when it dies without having been asked to: killed by mistake, or for want of memory. It comes
 * back on the same port, where the pools of all servers find it by themselves.
 */
final class Guard {

    private static final Logger log = LoggerFactory.getLogger(Guard.class);
    private static final long LOOK_EVERY_MS = 500;
    private static final long LONGEST_REVIVAL_S = 60;

    private final Postmaster postmaster;
    private final int port;
    private final CountDownLatch over = new CountDownLatch(1);
    private final Thread thread = Thread.ofVirtual().name("postgres-guard").unstarted(this::watch);

    Guard(Postmaster postmaster, int port) {
        this.postmaster = postmaster;
        this.port = port;
    }

    void begin() {
        thread.start();
    }

    /** Whoever stops PostgreSQL on purpose ends this first; a start that is under way is finished before. */
    void end() {
        over.countDown();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(LONGEST_REVIVAL_S));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void watch() {
        while (!isOver()) {
            try {
                if (!postmaster.runs()) {
                    revive();
                }
            } catch (RuntimeException failure) {
                log.error("PostgreSQL could not be started again; that is tried until it can.", failure);
            }
        }
    }

    private void revive() {
        log.error("PostgreSQL died without having been asked to stop; it is started again.");
        postmaster.stopOrphan();
        postmaster.start(port);
        log.warn("PostgreSQL is back.");
    }

    private boolean isOver() {
        try {
            return over.await(LOOK_EVERY_MS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            return true;
        }
    }
}
