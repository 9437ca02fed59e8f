package io.tilth.access.role;

import io.tilth.access.RoleId;
import io.tilth.access.Roles;
import io.tilth.kernel.DataScope;
import java.util.List;
import java.util.Optional;

/**
 * A role as the list shows it.
 *
 * @param accounts how many accounts hold it
 */
record ListedRole(
        RoleId id,
        Optional<String> key,
        String name,
        boolean builtIn,
        DataScope scope,
        boolean masked,
        List<String> rights,
        int accounts,
        int version) {

    static ListedRole of(Roles.Role role, int accounts, int version) {
        return new ListedRole(
                role.id(),
                role.key(),
                role.name(),
                role.key().isPresent(),
                role.scope(),
                role.masked(),
                role.rights().stream().sorted().toList(),
                accounts,
                version);
    }
}
