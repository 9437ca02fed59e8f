package io.tilth.access;

import io.tilth.directory.MemberId;
import java.util.Set;
import java.util.UUID;

/** Which members of the company an account belongs to. */
public interface AccountMembers {

    /** The ids of the members that the account is: one for each WeCom company, none for who never came by WeCom. */
    Set<UUID> of(AccountId account);

    /** Lets the member in as the account's owner; nothing happens when the member has an account already. */
    void tie(AccountId account, MemberId member);
}
