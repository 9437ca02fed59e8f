package io.tilth.access;

import java.util.Set;
import java.util.UUID;

/** Which members of the company an account belongs to. */
public interface AccountMembers {

    /** The ids of the members that the account is: one for each WeCom company, none for who never came by WeCom. */
    Set<UUID> of(AccountId account);
}
