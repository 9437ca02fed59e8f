package io.tilth.kernel.idempotency;

import io.tilth.kernel.Refusal;
import java.util.UUID;

/** A caller's name for one write, with the fingerprint of what was asked. */
record IdempotencyKey(UUID caller, String key, byte[] fingerprint) {

    private static final int LONGEST = 255;

    IdempotencyKey {
        Refusal.unless(!key.isBlank() && key.length() <= LONGEST && key.indexOf('\0') < 0, "idempotency-key-not-valid");
    }
}
