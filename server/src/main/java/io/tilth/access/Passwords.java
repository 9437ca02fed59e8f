package io.tilth.access;

import io.tilth.access.Persons.PasswordHash;
import io.tilth.access.Persons.Person;
import java.util.Optional;

/** Passwords. Both methods are slow on purpose, so call them outside a transaction. */
public interface Passwords {

    /**
     * Makes a new password ready to be stored.
     *
     * @throws io.tilth.kernel.Refusal when it is too short, too long, or easy to guess
     */
    PasswordHash hash(String login, String password);

    /** Whose login and password these are; an unknown login takes as long as a known one. */
    Optional<Person> owner(String login, String password);
}
