package io.tilth.tenancy.tenant;

import static java.time.temporal.ChronoUnit.MICROS;

import io.tilth.kernel.Refusal;
import io.tilth.kernel.TenantId;
import io.tilth.tenancy.Tenants.State;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;

/**
 * A company in the register: what it is, what was agreed with it, and how it stands.
 *
 * @param ownerId account of the house that looks after it
 * @param suspendedReason why it may not work, in the operator's words; it goes before a coming end
 * @param closesAt when it will be erased, unless it is kept before
 * @param version counts the changes; each change gives the next
 */
record Tenant(
        TenantId id,
        String name,
        Trade trade,
        ZoneId timeZone,
        Plan plan,
        State state,
        Instant validUntil,
        Optional<UUID> ownerId,
        Optional<String> suspendedReason,
        Optional<Instant> closesAt,
        Optional<Instant> lastSignedInAt,
        Instant createdAt,
        int version) {

    static final int LONGEST_NAME = 60;

    /** How long a closed company can still work, take its data along, or change its mind. */
    static final Duration NOTICE = Duration.ofDays(30);

    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    Tenant {
        name = name.strip();
        validUntil = validUntil.truncatedTo(MICROS); // as the database keeps it
        closesAt = closesAt.map(moment -> moment.truncatedTo(MICROS));
        createdAt = createdAt.truncatedTo(MICROS);
        Refusal.unless(!name.isEmpty() && name.length() <= LONGEST_NAME, "tenant-name-not-valid");
        Refusal.unless(!validUntil.isBefore(createdAt) && !validUntil.isAfter(LATEST), "tenant-valid-until-not-valid");
    }

    static Tenant open(TenantId id, Profile profile, Terms terms, Instant now) {
        return new Tenant(
                id,
                profile.name(),
                profile.trade(),
                profile.timeZone(),
                terms.plan(),
                State.ACTIVE,
                terms.validUntil(),
                terms.ownerId(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                now,
                1);
    }

    Tenant with(Profile profile) {
        return with(profile, new Terms(plan, validUntil, ownerId));
    }

    Tenant with(Profile profile, Terms terms) {
        unlessErased();
        return new Tenant(
                id,
                profile.name(),
                profile.trade(),
                profile.timeZone(),
                terms.plan(),
                state,
                terms.validUntil(),
                terms.ownerId(),
                suspendedReason,
                closesAt,
                lastSignedInAt,
                createdAt,
                version + 1);
    }

    /** Adds days of the company's own calendar, from today when its time has run out already. */
    Tenant extended(int days, Instant now) {
        var from = validUntil.isBefore(now) ? now : validUntil;
        var until = from.atZone(timeZone).plusDays(days).toInstant();
        return with(new Profile(name, trade, timeZone), new Terms(plan, until, ownerId));
    }

    Tenant suspended(String reason) {
        refuse(suspendedReason.isPresent(), "tenant-already-suspended");
        return standing(Optional.of(reason.strip()), closesAt);
    }

    Tenant resumed() {
        refuse(suspendedReason.isEmpty(), "tenant-not-suspended");
        return standing(Optional.empty(), closesAt);
    }

    /** @param typedName proves that whoever closes means this company */
    Tenant closing(String typedName, Instant now) {
        refuse(closesAt.isPresent(), "tenant-already-closing");
        Refusal.unless(typedName.strip().equals(name), "tenant-name-does-not-match");
        return standing(suspendedReason, Optional.of(now.plus(NOTICE)));
    }

    Tenant kept() {
        refuse(closesAt.isEmpty(), "tenant-not-closing");
        return standing(suspendedReason, Optional.empty());
    }

    private Tenant standing(Optional<String> reason, Optional<Instant> closesAt) {
        unlessErased();
        return new Tenant(
                id,
                name,
                trade,
                timeZone,
                plan,
                state(reason, closesAt),
                validUntil,
                ownerId,
                reason,
                closesAt,
                lastSignedInAt,
                createdAt,
                version + 1);
    }

    private static State state(Optional<String> reason, Optional<Instant> closesAt) {
        if (reason.isPresent()) {
            return State.SUSPENDED;
        }
        return closesAt.isPresent() ? State.CLOSING : State.ACTIVE;
    }

    private void unlessErased() {
        refuse(state == State.ERASED, "tenant-erased");
    }

    private static void refuse(boolean clash, String code) {
        if (clash) {
            throw Refusal.conflict(code);
        }
    }

    /** What a company may change of itself. */
    record Profile(String name, Trade trade, ZoneId timeZone) {}

    /** What the operator agrees with a company. */
    record Terms(Plan plan, Instant validUntil, Optional<UUID> ownerId) {}
}
