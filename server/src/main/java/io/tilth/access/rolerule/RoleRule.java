package io.tilth.access.rolerule;

import io.tilth.access.RoleId;
import io.tilth.directory.DepartmentId;
import io.tilth.directory.Standings.Standing;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Gives a role to members of whom everything holds that it asks for; what is empty asks for nothing. */
record RoleRule(
        UUID id,
        Optional<DepartmentId> department,
        Optional<Boolean> leads,
        Optional<String> positionHas,
        RoleId role) {

    boolean fits(Standing member) {
        return department.stream().allMatch(member.within()::contains)
                && leads.stream().allMatch(wanted -> wanted == isLeader(member))
                && positionHas.stream().allMatch(part -> has(member, part));
    }

    /** Of the named department, or of any. */
    private boolean isLeader(Standing member) {
        return department.map(member.leads()::contains).orElse(!member.leads().isEmpty());
    }

    private static boolean has(Standing member, String part) {
        return member.position()
                .filter(position -> position.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT)))
                .isPresent();
    }
}
