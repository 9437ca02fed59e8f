package io.tilth.tenancy.tenant;

import io.tilth.kernel.Refusal;
import io.tilth.kernel.Refusal.Kind;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which tenants the operator wants to see, and in which order.
 *
 * @param q a part of the name, or the tenant's number
 */
record TenantQuery(
        @Nullable String q,
        @Nullable Filter filter,
        @Nullable UUID owner,
        @Nullable Sort sort) {

    /** Tenants that somebody should look after. */
    enum Filter {
        TRIAL_ENDING,
        EXPIRING,
        IDLE,
        SUSPENDED,
        CLOSING
    }

    /** Newest first; otherwise what needs looking after first: soonest to end, longest not seen. */
    enum Sort {
        NEWEST,
        VALID_UNTIL,
        LAST_SIGNED_IN,
        NAME
    }

    Sort order() {
        return sort == null ? Sort.NEWEST : sort;
    }

    /** The place of a tenant in this order. */
    String position(Tenant tenant) {
        var place = switch (order()) {
            case NEWEST -> new Place(Instant.EPOCH, -tenant.id().value(), "");
            case VALID_UNTIL -> new Place(tenant.validUntil(), tenant.id().value(), "");
            case LAST_SIGNED_IN ->
                new Place(
                        tenant.lastSignedInAt().orElse(Instant.EPOCH),
                        tenant.id().value(),
                        "");
            case NAME -> new Place(Instant.EPOCH, tenant.id().value(), tenant.name());
        };
        return place.at() + "|" + place.id() + "|" + place.name();
    }

    /** The values by which the list is ordered, as far as the order uses them. */
    record Place(Instant at, long id, String name) {

        static final Place START = new Place(Instant.EPOCH.minusSeconds(1), Long.MIN_VALUE, "");

        static Place of(String position) {
            var parts = position.split("\\|", 3);
            try {
                return new Place(Instant.parse(parts[0]), Long.parseLong(parts[1]), parts[2]);
            } catch (DateTimeException | NumberFormatException | ArrayIndexOutOfBoundsException malformed) {
                throw Refusal.of(Kind.BROKEN_RULE, "cursor-not-valid");
            }
        }
    }
}
