package io.tilth.access.role;

import io.tilth.access.RoleId;
import io.tilth.kernel.Refusal;
import java.util.Set;

/** A role that a tenant made for itself. */
record OwnRole(RoleId id, String name, Reach reach, int version) {

    /** The role as changed, provided that it asks for nothing unknown. */
    static OwnRole of(RoleId id, String name, Reach reach, int version, Set<String> offered) {
        reach.rights().stream()
                .filter(right -> !offered.contains(right))
                .sorted()
                .findFirst()
                .ifPresent(unknown -> {
                    throw Refusal.of(Refusal.Kind.BROKEN_RULE, "right-unknown").with("right", unknown);
                });
        return new OwnRole(id, name.strip(), reach, version);
    }
}
