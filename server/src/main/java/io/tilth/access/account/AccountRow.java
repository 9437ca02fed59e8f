package io.tilth.access.account;

import io.tilth.access.AccountId;
import io.tilth.access.PersonId;
import io.tilth.access.RoleId;
import java.time.Instant;
import java.util.Optional;

/**
 * One person's place in the tenant.
 *
 * @param totp whether the person signs in with a second factor
 */
record AccountRow(
        AccountId id,
        PersonId person,
        String login,
        String name,
        RoleId role,
        AccountState state,
        boolean totp,
        Optional<Instant> lastSignedInAt,
        int version) {

    boolean isFrozen() {
        return state == AccountState.FROZEN;
    }

    /** A login is often a phone number, which those who see masked data do not see in full. */
    String maskedLogin() {
        return login.matches("\\+?\\d{7,}")
                ? login.substring(0, 3) + "****" + login.substring(login.length() - 4)
                : login;
    }
}
