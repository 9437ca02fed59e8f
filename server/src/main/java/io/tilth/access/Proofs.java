package io.tilth.access;

import io.tilth.access.Persons.Person;
import java.util.Optional;

/** Proves who somebody is. Guesses are counted, and too many are refused whether right or wrong. */
public interface Proofs {

    /**
     * Proves by login, password and, where the person has a second factor, its code.
     *
     * @throws io.tilth.kernel.Refusal when they are not right, or after too many guesses
     */
    Proof prove(String login, String password, Optional<String> code);

    /**
     * Proves that it is still the same person at the keyboard.
     *
     * @throws io.tilth.kernel.Refusal when the password is not right, or after too many guesses
     */
    void provePassword(Person person, String password);

    /** The person chose a new password by a link: earlier wrong guesses no longer count. */
    void forgive(String login);

    /** @param codeNeeded the password is right, but the second factor is still missing */
    record Proof(Person person, boolean codeNeeded) {}
}
