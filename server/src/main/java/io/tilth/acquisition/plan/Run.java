package io.tilth.acquisition.plan;

import io.tilth.acquisition.ChannelCodeId;
import io.tilth.acquisition.CodeSpec;
import io.tilth.acquisition.plan.Line.Fate;
import io.tilth.directory.ShopId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One application of a plan, or the taking back of one.
 *
 * @param failed codes of which WeCom could not be told
 * @param undone whether it was taken back
 */
record Run(
        UUID id,
        PlanId plan,
        Kind kind,
        State state,
        int total,
        int done,
        int failed,
        boolean undone,
        String requestedBy,
        Instant requestedAt) {

    enum Kind {
        APPLY,
        UNDO
    }

    enum State {
        RUNNING,
        DONE
    }

    enum StepState {
        QUEUED,
        DONE,
        FAILED
    }

    /**
     * @param fate one of those that move
     * @param before empty where the code was made
     * @param sown what the plan wanted of it before
     */
    record Step(
            ChannelCodeId code,
            ShopId shop,
            Fate fate,
            Optional<CodeSpec> before,
            CodeSpec after,
            CodeSpec sown,
            boolean wasDropped) {}

    /** A code of which WeCom has to be told. */
    record Errand(ChannelCodeId code, int tries) {}

    /** What came of it. */
    record Result(ChannelCodeId code, StepState state, Optional<String> trouble, int tries) {}
}
