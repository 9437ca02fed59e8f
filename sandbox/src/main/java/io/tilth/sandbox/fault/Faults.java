package io.tilth.sandbox.fault;

import io.tilth.sandbox.world.Thing;
import java.util.EnumMap;
import java.util.Map;

/**
 * How often which fault happens.
 *
 * @param rates 0 to 1; a fault that is not there never happens
 * @param corp only calls and callbacks of this company; empty means all
 * @param path only calls whose path begins so; empty means all
 */
public record Faults(long seed, Map<Fault, Double> rates, int slowMillis, int lateMillis, String corp, String path)
        implements Thing {
    static final String KEY = "faults";

    public Faults {
        rates = Map.copyOf(rates);
    }

    public static Faults none() {
        return new Faults(1, Map.of(), 2_000, 3_000, "", "");
    }

    public Faults seeded(long seed) {
        return new Faults(seed, rates, slowMillis, lateMillis, corp, path);
    }

    public Faults with(Fault fault, double rate) {
        var more = new EnumMap<Fault, Double>(Fault.class);
        more.putAll(rates);
        more.put(fault, rate);
        return new Faults(seed, more, slowMillis, lateMillis, corp, path);
    }

    public Faults lasting(int slowMillis, int lateMillis) {
        return new Faults(seed, rates, slowMillis, lateMillis, corp, path);
    }

    public Faults onlyFor(String corp, String path) {
        return new Faults(seed, rates, slowMillis, lateMillis, corp, path);
    }

    @Override
    public String key() {
        return KEY;
    }
}
