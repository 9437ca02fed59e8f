package io.tilth.kernel.live;

import io.tilth.kernel.TenantId;
import java.util.UUID;

/** Something moved: of which tenant, for whose screens, what about. */
record LiveSignal(UUID id, TenantId tenant, String recipient, String topic, String subject) {

    /** The topic that ends a session's streams. */
    static final String BYE = "bye";

    static String session(String id) {
        return "session:" + id;
    }
}
