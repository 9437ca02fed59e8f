package io.tilth.directory;

import java.util.Collection;
import java.util.Map;

/** How many customers members look after now. Implemented by the module above that keeps customers. */
public interface MemberCustomers {

    /** Those without any are left out. */
    Map<MemberId, Integer> count(Collection<MemberId> members);
}
