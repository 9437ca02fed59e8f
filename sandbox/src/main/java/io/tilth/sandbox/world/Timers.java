package io.tilth.sandbox.world;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

/** What is to happen later, by the clock of this world: kept like everything else, so that a restart forgets nothing. */
public final class Timers implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Timers.class.getName());

    private final Map<String, BiConsumer<Change, String>> deeds = new ConcurrentHashMap<>();
    private final ScheduledExecutorService beat = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("timers").factory());
    private final World world;
    private final Ids ids;

    public Timers(World world, Ids ids) {
        this.world = world;
        this.ids = ids;
    }

    /** What to do when a time of this kind has come; it is given what it was set for. */
    public void on(String kind, BiConsumer<Change, String> deed) {
        deeds.put(kind, deed);
    }

    public void set(Change change, Instant at, String kind, String subject) {
        change.put(new Timer(at, ids.letters(12), kind, subject));
    }

    /** Does what is due. Who looks at the world after the clock was moved calls this first. */
    public void run() {
        for (var due = due(); due.isPresent(); due = due()) {
            try {
                world.change(this::next);
            } catch (RuntimeException e) {
                // One that cannot be done must not hold up the others, nor come again for ever.
                LOG.log(System.Logger.Level.WARNING, "Nothing came of " + due.get(), e);
                remove(due.get());
            }
        }
    }

    /** Looks by itself, once a second. */
    public void start() {
        beat.scheduleWithFixedDelay(this::run, 1, 1, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        beat.shutdownNow();
    }

    private Change next(Change change) {
        due().ifPresent(timer -> {
            change.remove(timer);
            Optional.ofNullable(deeds.get(timer.kind())).ifPresent(deed -> deed.accept(change, timer.subject()));
        });
        return change;
    }

    private void remove(Timer timer) {
        world.change(change -> {
            change.remove(timer);
            return timer;
        });
    }

    private Optional<Timer> due() {
        var now = world.clock().instant();
        return world.table(Timer.class)
                .all()
                .findFirst()
                .filter(timer -> !timer.at().isAfter(now));
    }

    record Timer(Instant at, String id, String kind, String subject) implements Thing {
        @Override
        public String key() {
            return "%013d-%s".formatted(at.toEpochMilli(), id);
        }
    }
}
