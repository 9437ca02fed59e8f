package io.tilth.access.link;

import io.tilth.access.AccountId;
import io.tilth.access.RoleId;
import io.tilth.kernel.Ids;
import io.tilth.kernel.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A link that can be used once: it opens an account, or lets an account's owner choose a new password.
 *
 * @param name of the invited, or of the account
 * @param account whose password it resets; empty for an invitation
 * @param by the account that made it; empty when the system did
 */
record Link(
        UUID id,
        Kind kind,
        String name,
        RoleId role,
        Optional<AccountId> account,
        Optional<UUID> by,
        Instant createdAt,
        Instant expiresAt) {

    static final Duration INVITATION_HOLDS = Duration.ofDays(7);
    static final Duration RESET_HOLDS = Duration.ofDays(1);

    private static final int LONGEST_NAME = 30;

    Link {
        name = name.strip();
        Refusal.unless(!name.isEmpty() && name.length() <= LONGEST_NAME, "invitation-name-not-valid");
    }

    static Link invitation(String name, RoleId role, Optional<UUID> by, Instant now) {
        var id = Ids.next();
        return new Link(id, Kind.INVITATION, name, role, Optional.empty(), by, now, now.plus(INVITATION_HOLDS));
    }

    static Link reset(AccountId account, String name, RoleId role, Optional<UUID> by, Instant now) {
        return new Link(Ids.next(), Kind.RESET, name, role, Optional.of(account), by, now, now.plus(RESET_HOLDS));
    }

    enum Kind {
        INVITATION,
        RESET
    }
}
