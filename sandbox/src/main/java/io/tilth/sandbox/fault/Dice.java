package io.tilth.sandbox.fault;

import io.tilth.sandbox.world.World;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Decides what goes wrong. The n-th throw for the same subject falls the same with the same seed, whatever happens beside
 * it, so that a run can be repeated.
 */
public final class Dice {
    private static final RandomGeneratorFactory<RandomGenerator> RANDOM = RandomGeneratorFactory.of("L64X128MixRandom");

    private final Map<String, AtomicLong> thrown = new ConcurrentHashMap<>();
    private final World world;

    public Dice(World world) {
        this.world = world;
    }

    /** The faults as they are set. */
    public Faults faults() {
        return world.find(Faults.class, Faults.KEY).orElse(Faults.none());
    }

    /** Sets other faults and begins to count anew. */
    public void set(Faults faults) {
        world.change(change -> {
            change.put(faults);
            thrown.clear();
            return faults;
        });
    }

    /** Whether the fault happens to this call. */
    public boolean hits(Fault fault, String corp, String path) {
        var faults = faults();
        return faults.rates().getOrDefault(fault, 0.0) > 0
                && corp.startsWith(faults.corp())
                && path.startsWith(faults.path())
                && falls(faults, fault, corp + " " + path);
    }

    /** Whether the fault happens to this callback; the path of the faults says nothing here. */
    public boolean hits(Fault fault, String corp) {
        var faults = faults();
        return faults.rates().getOrDefault(fault, 0.0) > 0
                && corp.startsWith(faults.corp())
                && falls(faults, fault, corp);
    }

    private boolean falls(Faults faults, Fault fault, String subject) {
        String name = fault + " " + subject;
        long count = thrown.computeIfAbsent(name, any -> new AtomicLong()).incrementAndGet();
        long seed = faults.seed() * 31 + name.hashCode() * 1_000_003L + count;
        return RANDOM.create(seed).nextDouble() < faults.rates().get(fault);
    }
}
