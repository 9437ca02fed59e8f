package io.tilth.acquisition.plan;

import io.tilth.acquisition.Arrivals.Sum;
import io.tilth.acquisition.plan.Run.Kind;
import io.tilth.acquisition.plan.Run.State;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A plan as people see it, with what its codes brought together.
 *
 * @param codes in use
 * @param fresh 新增客户
 * @param lastRun what was done last
 */
record ListedCodePlan(
        PlanId id,
        PlanTemplate template,
        int codes,
        int today,
        int added,
        int fresh,
        @Nullable CodePlanRun lastRun,
        int version) {

    static ListedCodePlan of(Plan plan, Collection<Sum> sums, int codes, Optional<Run> last) {
        return new ListedCodePlan(
                plan.id(),
                plan.template(),
                codes,
                sums.stream().mapToInt(Sum::today).sum(),
                sums.stream().mapToInt(Sum::added).sum(),
                sums.stream().mapToInt(Sum::fresh).sum(),
                last.map(CodePlanRun::of).orElse(null),
                plan.version());
    }

    /** @param by who asked for it, by name */
    record CodePlanRun(
            UUID id, Kind kind, State state, int total, int done, int failed, boolean undone, String by, Instant at) {

        static CodePlanRun of(Run run) {
            return new CodePlanRun(
                    run.id(),
                    run.kind(),
                    run.state(),
                    run.total(),
                    run.done(),
                    run.failed(),
                    run.undone(),
                    run.requestedBy(),
                    run.requestedAt());
        }
    }
}
