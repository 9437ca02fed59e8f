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
        return isReached() && taken.failed() == 0 && calmAfter <= SOON;
    }

    /** Whether so much has come at all; if not, nothing is proved. */
    boolean isReached() {
        return taken.asked() >= 0.9 * offered;
    }

    String verdict() {
        return isGraceful() ? "met" : isReached() ? "not met" : "not reached";
    }

    static final double SOON = 5;

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%,d a second meant, %,.0f came: %s; itself again after %.1f s; %,d visits waited, all worked off after %.1f s",
                offered,
                taken.asked(),
                taken,
                calmAfter,
                backlog,
                drainedAfter);
    }
}
