package io.tilth.sandbox.callback;

import java.time.Instant;
import java.util.List;

/** What became of a delivery. */
public record Delivered(Delivery delivery, Outcome outcome, List<Try> tries) {

    /** How it ended. */
    public enum Outcome {
        DELIVERED,
        /** Three times without a 200 within five seconds. */
        FAILED,
        /** The dice wanted it so. */
        LOST,
        /** Nobody wanted it any more when its turn came. */
        NO_ADDRESS
    }

    /**
     * One attempt.
     *
     * @param status of the answer, 0 without one
     * @param problem why there was none; else empty
     */
    public record Try(Instant at, int status, long millis, String problem) {
        boolean succeeded() {
            return status == 200;
        }
    }
}
