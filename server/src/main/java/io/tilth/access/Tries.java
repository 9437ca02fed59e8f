package io.tilth.access;

import io.tilth.access.Persons.Person;

/** Tries to come in by other ways than a password. Too many from one address are refused, whether right or wrong. */
public interface Tries {

    /**
     * Counts a try before it is checked.
     *
     * @param of what is tried, such as a code
     * @throws io.tilth.kernel.Refusal when it is too early for another try from this address
     */
    void count(String of);

    /** The try was right: it no longer counts, and the person sees that somebody came in as them. */
    void right(String of, Person person);
}
