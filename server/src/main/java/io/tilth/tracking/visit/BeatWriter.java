package io.tilth.tracking.visit;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Makes one commit out of whatever came in while the last one was being made. A request waits until its beats are on
 * disk, and learns if they are not.
 */
@Component
class BeatWriter implements SmartLifecycle {

    /** A page that waits longer tells the same again. */
    static final int PATIENCE_SECONDS = 4;

    private static final Logger log = LoggerFactory.getLogger(BeatWriter.class);
    private static final int WRITERS = 2;

    /** Beats of one commit: more of them would take no less time each, and keep their pages waiting. */
    static final int MOST_AT_ONCE = 4_000;

    /** Beats in line: what comes on top could not be stored while its page still waits, so it is told at once. */
    static final int MOST_WAITING = 8_000;

    private static final long LOOK_EVERY_MS = 200;

    private final BeatService service;
    private final Awake awake;
    private final BlockingQueue<Waiting> queue = new LinkedBlockingQueue<>();
    private final Semaphore room = new Semaphore(MOST_WAITING);
    private volatile boolean running;
    private volatile List<Thread> writers = List.of();

    BeatWriter(BeatService service, Awake awake) {
        this.service = service;
        this.awake = awake;
    }

    private record Waiting(List<Beat> beats, CompletableFuture<Boolean> stored) {}

    /** True once it is on disk; false when that could not be done in time, whatever becomes of it later. */
    boolean store(List<Beat> told) throws InterruptedException {
        if (!room.tryAcquire(told.size())) {
            return false;
        }
        var waiting = new Waiting(told, new CompletableFuture<>());
        queue.add(waiting);
        try {
            return waiting.stored().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException late) {
            waiting.stored().complete(false);
            return false;
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        } finally {
            room.release(told.size());
        }
    }

    /** How many beats are in line. */
    int waiting() {
        return MOST_WAITING - room.availablePermits();
    }

    private void write() {
        while (running || !queue.isEmpty()) {
            try {
                var first = queue.poll(LOOK_EVERY_MS, TimeUnit.MILLISECONDS);
                if (first != null) {
                    write(gather(first));
                }
            } catch (InterruptedException stopped) {
                return;
            } catch (RuntimeException unexpected) {
                log.error("A writer of beats stumbled and goes on.", unexpected);
            }
        }
    }

    private List<Waiting> gather(Waiting first) {
        var batch = new ArrayList<Waiting>();
        int beats = 0;
        for (var next = first; next != null; next = beats < MOST_AT_ONCE ? queue.poll() : null) {
            if (!next.stored().isDone()) { // else whoever sent it has given up and sends again
                batch.add(next);
                beats += next.beats().size();
            }
        }
        return batch;
    }

    /** Half by half when a row is at fault, so that it fails alone. */
    private void write(List<Waiting> batch) {
        if (batch.isEmpty()) {
            return;
        }
        try {
            service.store(batch.stream().flatMap(one -> one.beats().stream()).toList());
        } catch (RuntimeException failure) {
            if (batch.size() > 1 && isAboutARow(failure)) {
                write(batch.subList(0, batch.size() / 2));
                write(batch.subList(batch.size() / 2, batch.size()));
            } else {
                log.error(
                        "{} batches of beats could not be stored; their pages tell them again.", batch.size(), failure);
                batch.forEach(waiting -> waiting.stored().complete(false));
            }
            return;
        }
        batch.forEach(waiting -> waiting.stored().complete(true));
        batch.stream()
                .flatMap(waiting -> waiting.beats().stream())
                .map(Beat::tenant)
                .distinct()
                .forEach(awake::wake);
    }

    /** Classes of SQL state: bad data, broken constraint, refused by a policy. Anything else is about the database. */
    private static boolean isAboutARow(@Nullable Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                return sql.getSQLState().matches("(22|23|42).*");
            }
        }
        return false;
    }

    @Override
    public void start() {
        running = true;
        var started = new ArrayList<Thread>();
        for (int number = 1; number <= WRITERS; number++) {
            started.add(Thread.ofVirtual().name("beat-writer-" + number).start(this::write));
        }
        writers = List.copyOf(started);
    }

    /** What has come in is still stored. */
    @Override
    public void stop() {
        running = false;
        try {
            for (var writer : writers) {
                writer.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the web server when starting, after it when stopping. */
    @Override
    public int getPhase() {
        return 0;
    }
}
