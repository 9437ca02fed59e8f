package io.tilth.tracking.visit;

import io.tilth.customer.VisitorId;
import io.tilth.kernel.Secrets;
import io.tilth.kernel.TenantId;
import io.tilth.tracking.ShareId;
import io.tilth.tracking.VisitId;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/**
 * What a page needs to say of what happens on it; sealed, so that nobody can speak for another visit.
 *
 * @param hop the visitor's own address of the share
 */
record BeatToken(VisitId visit, ShareId share, UUID hop, VisitorId visitor, Instant at) {

    private static final String PART = " ";
    private static final int PARTS = 5;

    String sealed(Secrets secrets, TenantId tenant) {
        var text = String.join(
                PART,
                visit.value().toString(),
                share.value().toString(),
                hop.toString(),
                visitor.value().toString(),
                Long.toString(at.toEpochMilli()));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(secrets.seal(tenant, text));
    }

    /** Empty for anything that this tenant never gave out. */
    static Optional<BeatToken> read(String text, Secrets secrets, TenantId tenant) {
        try {
            var parts =
                    secrets.open(tenant, Base64.getUrlDecoder().decode(text)).split(PART);
            return parts.length == PARTS ? Optional.of(of(parts)) : Optional.empty();
        } catch (RuntimeException foreign) {
            return Optional.empty();
        }
    }

    private static BeatToken of(String[] parts) {
        return new BeatToken(
                VisitId.of(parts[0]),
                ShareId.of(parts[1]),
                UUID.fromString(parts[2]),
                VisitorId.of(parts[3]),
                Instant.ofEpochMilli(Long.parseLong(parts[4])));
    }
}
