package io.tilth.directory;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** Which members have an account to sign in with. Implemented by the module above that keeps accounts. */
public interface MemberSignIns {

    /** Those of them who have one, and whether it is frozen. */
    Map<MemberId, Boolean> frozen(Collection<MemberId> members);

    /** The accounts of those who may come in. */
    Map<MemberId, Account> accounts(Collection<MemberId> members);

    /** @param language that its owner reads */
    record Account(UUID id, Locale language) {}
}
