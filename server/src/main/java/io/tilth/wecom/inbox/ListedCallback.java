package io.tilth.wecom.inbox;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A callback as the page shows it.
 *
 * @param subject whom it is about, as WeCom names them
 * @param reason why it failed the last time
 * @param heard false when it was done without anybody wanting it
 */
record ListedCallback(
        UUID id,
        NamedCompany company,
        String event,
        String change,
        Instant at,
        Instant receivedAt,
        CallbackState state,
        int attempts,
        Optional<String> reason,
        Optional<String> subject,
        boolean heard) {

    record NamedCompany(UUID id, String name) {}
}
