package io.tilth.directory;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Where members stand in the company; who decides what they may do asks this. */
public interface Standings {

    Standing of(MemberId member);

    /** What departments are called; one that is gone is left out. */
    Map<DepartmentId, String> names(Collection<DepartmentId> departments);

    /** Who works in these departments and below. */
    Set<MemberId> below(Collection<DepartmentId> departments);

    /** These departments and all below. */
    Set<DepartmentId> branches(Collection<DepartmentId> departments);

    /** Who has left, and when. */
    Map<MemberId, Instant> left();

    /**
     * @param within the departments the member is in, and all above those
     * @param leads the departments the member leads
     * @param leadsShop whether one of these is a shop's
     */
    record Standing(Optional<String> position, Set<DepartmentId> within, Set<DepartmentId> leads, boolean leadsShop) {}
}
