package io.tilth.customer.score;

import io.tilth.customer.CustomerId;
import io.tilth.customer.Scores.Kind;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** @param points what it counted when it was last counted */
record StoredSignal(
        UUID id, CustomerId customer, Kind kind, Optional<String> item, double factor, Instant at, double points) {

    /** Whether they read something, rather than were added or came by. */
    boolean isReading() {
        return switch (kind) {
            case FRIEND_ADDED, FORWARD_READ, BOOKED, SHOP_VISITED -> false;
            default -> true;
        };
    }
}
