package io.tilth.acquisition.plan;

import io.tilth.acquisition.CodeStanding;
import io.tilth.acquisition.PlannedCodes.Planned;
import io.tilth.acquisition.plan.Line.Fate;
import io.tilth.acquisition.plan.Run.Step;
import java.util.Optional;

/** How one step of an application is taken back, and what the plan wants of the code then. */
record Reversal(Step step, Sown sown) {

    /** Empty where somebody has retired the code since, or taken it up again: that stays. */
    static Optional<Reversal> of(Step done, Planned now) {
        boolean retired = now.standing() == CodeStanding.RETIRED;
        if (retired != (done.fate() == Fate.RETIRE)) {
            return Optional.empty();
        }
        var fate = switch (done.fate()) {
            case MAKE, REVIVE -> Fate.RETIRE;
            case RETIRE -> Fate.REVIVE;
            default -> Fate.CHANGE;
        };
        var edited = Part.differing(now.spec(), done.after());
        var before =
                done.before().map(spec -> Part.merge(spec, now.spec(), edited)).orElse(now.spec());
        boolean dropped = done.fate() == Fate.MAKE || (done.fate() == Fate.REVIVE && done.wasDropped());
        var step = new Step(done.code(), done.shop(), fate, Optional.of(now.spec()), before, done.sown(), dropped);
        return Optional.of(new Reversal(step, new Sown(done.shop(), done.code(), done.sown(), dropped)));
    }
}
