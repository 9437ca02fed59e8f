package io.tilth.access.account;

import io.tilth.access.AccountId;
import io.tilth.access.RoleId;
import io.tilth.access.Roles;
import java.time.Instant;
import java.util.Optional;

/** An account as the list shows it. */
record ListedAccount(
        AccountId id,
        String name,
        String login,
        HeldRole role,
        AccountState state,
        boolean totp,
        Optional<Instant> lastSignedInAt,
        int version) {

    static ListedAccount of(AccountRow account, Roles.Role role, boolean masked) {
        return new ListedAccount(
                account.id(),
                account.name(),
                masked ? account.maskedLogin() : account.login(),
                new HeldRole(role.id(), role.name(), role.key().isPresent()),
                account.state(),
                account.totp(),
                account.lastSignedInAt(),
                account.version());
    }

    record HeldRole(RoleId id, String name, boolean builtIn) {}
}
