package io.tilth.access.signin;

import java.time.Instant;

/** Somebody tried to come in as a person. */
record SignIn(Instant at, Outcome outcome, String address, String agent) {

    enum Outcome {
        OK,
        WRONG,
        LOCKED
    }
}
