package io.tilth.access;

import java.util.Optional;

/** The accounts of the current tenant. */
public interface Accounts {

    Optional<Account> find(AccountId id);

    /** Gives the person a place in the current tenant, and notes it; an existing place is a conflict. */
    AccountId open(PersonId person, String login, String name, RoleId role);

    /** Remembers when somebody was here last. */
    void signedIn(AccountId id);

    /** @param frozen may not come in until unfrozen; nothing is lost */
    record Account(AccountId id, PersonId person, String login, String name, RoleId role, boolean frozen) {}
}
