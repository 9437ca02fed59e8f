package io.tilth.sandbox.kf;

import io.tilth.sandbox.world.Thing;
import java.time.Instant;

/** The right to say one thing on an occasion: when somebody enters, waits, is taken over or is done. */
record KfCode(String code, String corp, String account, String customer, boolean menuToo, Instant until)
        implements Thing {

    @Override
    public String key() {
        return code;
    }
}
