package io.tilth.kernel.audit;

import io.tilth.kernel.Audit.Subject;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One line of the trail. */
record AuditLine(
        UUID id,
        Instant at,
        Actor actor,
        String action,
        Optional<Subject> subject,
        Map<String, Object> detail,
        Optional<String> address,
        Optional<String> requestId) {

    /** @param kind ACCOUNT, API_KEY, SUPPORT or SYSTEM */
    record Actor(String kind, @Nullable UUID id, String name) {

        static final Actor SYSTEM = new Actor("SYSTEM", null, "Tilth");
    }
}
