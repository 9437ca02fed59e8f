package io.tilth.acquisition.plan;

import io.tilth.acquisition.CodeSpec;
import io.tilth.directory.Shops.Branch;
import java.util.Optional;
import java.util.Set;

/**
 * What the plan means to do for one shop.
 *
 * @param shop empty where it is closed
 * @param sown the code; empty where none can be made
 * @param before the code as it is; empty where there is none yet
 * @param after the code as it will be; empty where nothing can be done
 * @param changed what will be different
 * @param own what was edited by hand and would be overwritten, were it ticked
 */
record Line(
        Optional<Branch> shop,
        Optional<Sown> sown,
        Fate fate,
        Optional<CodeSpec> before,
        Optional<CodeSpec> after,
        Set<Part> changed,
        Set<Part> own) {

    boolean edited() {
        return !own.isEmpty() || fate == Fate.STOPPED;
    }

    enum Fate {
        MAKE,
        CHANGE,
        /** The plan had retired it and takes it up again. */
        REVIVE,
        /** Somebody retired it by hand; it stays so unless ticked. */
        STOPPED,
        ALIKE,
        /** The plan does not want this shop any more; the code stays unless that is ticked. */
        GONE,
        RETIRE,
        NO_DEPARTMENT,
        NO_GUIDE,
        NO_SPARE;

        boolean moves() {
            return this == MAKE || this == CHANGE || this == REVIVE || this == RETIRE;
        }

        boolean blocked() {
            return this == NO_DEPARTMENT || this == NO_GUIDE || this == NO_SPARE;
        }
    }
}
