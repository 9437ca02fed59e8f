package io.tilth.sandbox.callback;

import io.tilth.sandbox.Platform;
import io.tilth.sandbox.callback.Delivered.Outcome;
import io.tilth.sandbox.callback.Delivered.Try;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

/**
 * Takes what is to be told to its address: for each address a fixed number of lanes, each subject always in the same
 * one, so that news of one subject arrives in order and much news arrives at the same time.
 */
final class Courier implements AutoCloseable {
    private static final int TRIES = 3;

    private final ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("later").factory());
    private final Map<String, Lane> lanes = new ConcurrentHashMap<>();
    private final Post post = new Post();
    private final Platform platform;
    private final DeliveryLog log;
    private final Function<String, Optional<Destination>> addresses;
    private volatile int lanesPerAddress = 32;
    private volatile Duration pause = Duration.ofSeconds(1);
    private volatile boolean closed;

    Courier(Platform platform, DeliveryLog log, Function<String, Optional<Destination>> addresses) {
        this.platform = platform;
        this.log = log;
        this.addresses = addresses;
    }

    void set(int lanesPerAddress, Duration pause) {
        this.lanesPerAddress = lanesPerAddress;
        this.pause = pause;
    }

    Optional<String> check(Destination to) {
        return post.check(to, platform.clock().seconds());
    }

    void take(Delivery delivery) {
        long delay = Duration.between(Instant.now(), delivery.notBefore()).toMillis();
        if (delay <= 0) {
            lane(delivery).add(delivery);
        } else if (!closed) {
            later.schedule(() -> lane(delivery).add(delivery), delay, TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public void close() {
        closed = true;
        later.shutdownNow();
    }

    private Lane lane(Delivery delivery) {
        String name = delivery.late()
                ? "late " + delivery.id()
                : delivery.address() + " " + Math.floorMod(delivery.subject().hashCode(), lanesPerAddress);
        return delivery.late() ? new Lane(this::deliver) : lanes.computeIfAbsent(name, any -> new Lane(this::deliver));
    }

    private void deliver(Delivery delivery) {
        if (closed || !platform.world().table(Delivery.class).has(delivery.key())) {
            return;
        }
        // Nobody may hear of what the disk does not know yet.
        platform.world().settle();
        var to = addresses.apply(delivery.address());
        var delivered = to.map(destination -> deliver(delivery, destination))
                .orElse(new Delivered(delivery, Outcome.NO_ADDRESS, java.util.List.of()));
        if (!closed) {
            log.add(delivered);
            platform.world().change(change -> {
                change.remove(delivery);
                return delivery;
            });
        }
    }

    private Delivered deliver(Delivery delivery, Destination to) {
        var tries = new ArrayList<Try>();
        while (tries.size() < TRIES && !closed) {
            if (!tries.isEmpty()) {
                // What comes behind must not overtake, so the lane itself waits; its thread is a virtual one.
                LockSupport.parkNanos(pause.toNanos());
            }
            var result = post.send(to, delivery.xml(), platform.clock().seconds());
            tries.add(result);
            if (result.succeeded()) {
                return new Delivered(delivery, Outcome.DELIVERED, tries);
            }
        }
        return new Delivered(delivery, Outcome.FAILED, tries);
    }
}
