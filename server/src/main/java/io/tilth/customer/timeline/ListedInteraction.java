package io.tilth.customer.timeline;

import io.tilth.directory.MemberId;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One row of a customer's timeline.
 *
 * @param kind key of its sentence, such as {@code follow.begun}
 * @param detail what the sentence names
 */
record ListedInteraction(
        UUID id, String kind, Instant at, @Nullable By member, Map<String, Object> detail) {

    record By(MemberId id, String name) {}
}
