package io.tilth.access.apikey;

import io.tilth.kernel.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** What lets another system act for the tenant, until it expires or is revoked. */
record ApiKey(
        UUID id,
        String name,
        String prefix,
        Set<String> rights,
        Instant createdAt,
        Instant expiresAt,
        Optional<Instant> lastUsedAt,
        Optional<Instant> revokedAt) {

    private static final Duration USE_NOTED_EVERY = Duration.ofMinutes(1);

    ApiKey {
        rights = Collections.unmodifiableSortedSet(new TreeSet<>(rights)); // shown in this order
    }

    /** A key that begins now. */
    static ApiKey begin(KeyText text, String name, Set<String> rights, Instant expiresAt, Instant now) {
        Refusal.unless(expiresAt.isAfter(now), "api-key-expired-from-start");
        var latest = now.atOffset(ZoneOffset.UTC).plusYears(1).toInstant();
        Refusal.unless(!expiresAt.isAfter(latest), "api-key-too-long");
        return new ApiKey(
                text.id(), name.strip(), text.prefix(), rights, now, expiresAt, Optional.empty(), Optional.empty());
    }

    boolean opensAt(Instant now) {
        return revokedAt.isEmpty() && now.isBefore(expiresAt);
    }

    /** Every single use would be a write for each read; people only ask whether a key is still in use. */
    boolean isUseWorthNoting(Instant now) {
        return lastUsedAt.isEmpty() || lastUsedAt.get().plus(USE_NOTED_EVERY).isBefore(now);
    }
}
