package io.tilth.access.signin;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/** Somebody tried to come in as a person. */
@Schema(name = "SignInRecord")
record SignIn(Instant at, Outcome outcome, String address, String agent) {

    enum Outcome {
        OK,
        WRONG,
        LOCKED
    }
}
