package io.tilth.automation;

import io.tilth.directory.MemberId;
import java.util.Collection;
import java.util.Map;

/** How far members have come with their lists of the day. */
public interface GuideDays {

    /** For each of them, also for who has nothing to do. */
    Map<MemberId, Day> of(Collection<MemberId> members);

    /**
     * @param done with how many customers today
     * @param open how many cards wait
     */
    record Day(int done, int open) {

        public static final Day NONE = new Day(0, 0);
    }
}
