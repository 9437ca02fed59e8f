package io.tilth.directory;

import java.util.Collection;
import java.util.Map;

/** Which members have an account to sign in with. Implemented by the module above that keeps accounts. */
public interface MemberSignIns {

    /** Those of them who have one, and whether it is frozen. */
    Map<MemberId, Boolean> frozen(Collection<MemberId> members);
}
