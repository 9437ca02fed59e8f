package io.tilth.wecom.connect;

import java.time.Instant;

/** How a step stood when somebody last looked. */
record StepRecord(Step step, State state, Instant checkedAt, Verdict verdict) {

    enum State {
        TODO,
        OK,
        FAILED,
        DECLARED
    }

    boolean isDone() {
        return state == State.OK || state == State.DECLARED;
    }
}
