package io.tilth.directory;

import java.util.Optional;
import java.util.Set;

/** Whose rows the caller sees in lists, by the scope of their role. */
public interface VisibleMembers {

    /**
     * Empty for a caller who sees everybody's. Otherwise the members that the caller is, and with the scope
     * {@code DEPARTMENT} everybody in the caller's departments and below; nobody for a caller who is no member.
     */
    Optional<Set<MemberId>> ofCaller();
}
