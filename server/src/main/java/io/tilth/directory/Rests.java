package io.tilth.directory;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Who does not work at the moment: 今天休息, or off their shift. And who stands in for them. */
public interface Rests {

    /** Those of the members who rest at that moment. */
    Set<MemberId> resting(Collection<MemberId> members, Instant at);

    /** Those who rest at that moment, and when they next work; a far moment for who never does. */
    Map<MemberId, Instant> backAt(Collection<MemberId> members, Instant at);

    /** Says whether the member rests today. */
    void rest(MemberId member, boolean resting);

    /** 备用员工: who takes what the member cannot; empty when nobody was chosen or they have left. */
    Optional<MemberId> spare(MemberId member);

    /** Who leads the member: the shop's manager, else who leads the nearest department; never the member. */
    Optional<MemberId> manager(MemberId member);
}
