package io.tilth.drill;

import io.tilth.drill.site.Site;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** In which order things break: each once, then each once again in another order, until the time is over. */
record Script(long seed, Duration least, Set<Fault> faults) {

    static final Set<Fault> ALL = EnumSet.allOf(Fault.class);

    /** Starts of a third server and a fourth are what a short drill does without. */
    static final Set<Fault> SHORT = EnumSet.complementOf(EnumSet.of(Fault.FIRST_OF_TWO, Fault.UPGRADE));

    /** Whether it begins with the version before. */
    boolean upgrades() {
        return faults.contains(Fault.UPGRADE);
    }

    void play(Site site, Chronicle chronicle) throws Exception {
        var dice = new Random(seed);
        var begin = chronicle.elapsed();
        do {
            var round = new ArrayList<>(faults);
            Collections.shuffle(round, dice);
            for (var fault : round) {
                TimeUnit.MILLISECONDS.sleep(dice.nextInt(1_500, 4_000));
                if (!site.first().isAlive()) {
                    chronicle.say("the server has ended by itself; it is started again, as an init system does");
                    Fault.back(site.first(), chronicle);
                }
                fault.strike(site, chronicle, dice);
            }
        } while (chronicle.elapsed().minus(begin).compareTo(least) < 0);
    }
}
