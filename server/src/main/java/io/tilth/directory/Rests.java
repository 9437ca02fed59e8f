package io.tilth.directory;

import java.time.Instant;
import java.util.Collection;
import java.util.Set;

/** Who does not work at the moment: 今天休息, or off their shift. */
public interface Rests {

    /** Those of the members who rest at that moment. */
    Set<MemberId> resting(Collection<MemberId> members, Instant at);
}
