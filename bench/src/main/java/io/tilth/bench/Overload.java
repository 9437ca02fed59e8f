package io.tilth.bench;

import java.util.Locale;

/**
 * What happens when twice as much comes as can be taken.
 *
 * @param offered beats a second
 * @param taken of them, and how
 * @param backlog visits that waited to be worked off right after it
 * @param calmAfter seconds until single beats were acknowledged as quickly as before
 * @param drainedAfter seconds until nothing waited any more
 */
record Overload(int offered, Load.Result taken, long backlog, double calmAfter, double drainedAfter) {

    /** Turned away in good order, nothing else refused, and soon itself again. */
    boolean isGraceful() {
        return taken.failed() == 0 && calmAfter <= SOON;
    }

    static final double SOON = 5;

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%,d a second offered: %s; itself again after %.1f s; %,d visits waited, all worked off after %.1f s",
                offered,
                taken,
                calmAfter,
                backlog,
                drainedAfter);
    }
}
