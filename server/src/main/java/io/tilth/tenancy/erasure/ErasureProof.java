package io.tilth.tenancy.erasure;

import java.time.Instant;
import java.util.Map;

/** What was there of a tenant, and that nothing of it is left. */
record ErasureProof(Instant at, Map<String, Long> before, Map<String, Long> after) {

    ErasureProof {
        if (after.values().stream().anyMatch(rows -> rows > 0)) {
            throw new IllegalStateException("Rows are left: " + after);
        }
    }
}
