package io.tilth.access;

import java.util.Optional;

/** The accounts of the current tenant. */
public interface Accounts {

    Optional<Account> find(AccountId id);

    /** Gives the person a place in the current tenant, and notes it; an existing place is a conflict. */
    AccountId open(PersonId person, String login, String name, RoleId role);

    /** Remembers when somebody was here last. */
    void signedIn(AccountId id);

    /** Keeps the owner out, since they have left the company; false when they could not come in anyhow. */
    boolean freezeLeft(AccountId id);

    /** Lets the owner in again who has come back; false when it was not their leaving that kept them out. */
    boolean unfreezeReturned(AccountId id);

    /** @param frozen may not come in until unfrozen; nothing is lost */
    record Account(AccountId id, PersonId person, String login, String name, RoleId role, boolean frozen) {}
}
