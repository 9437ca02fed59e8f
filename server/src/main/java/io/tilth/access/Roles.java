package io.tilth.access;

import io.tilth.kernel.DataScope;
import java.util.Optional;
import java.util.Set;

/** The roles of the current tenant: the built-in ones of its place, and its own. */
public interface Roles {

    /** The built-in role that runs a company, 管理员, or the house, 平台管理员. */
    RoleId administrator();

    /** The built-in role of this place with the key, such as {@code GUIDE}. */
    RoleId builtIn(String key);

    /** @throws io.tilth.kernel.Refusal when the tenant has no such role */
    Role get(RoleId id);

    /**
     * The role, when it reaches no further than the caller's own: nobody gives or takes what they do not hold. The
     * system, and the house visiting a company, may handle every role.
     *
     * @throws io.tilth.kernel.Refusal when it reaches further
     */
    Role withinReach(RoleId id);

    /**
     * @param key names a built-in role, such as {@code GUIDE}; empty for a tenant's own
     * @param name as the reader's language has it
     * @param masked whether phones and the like are shown masked
     */
    record Role(RoleId id, Optional<String> key, String name, DataScope scope, boolean masked, Set<String> rights) {}
}
