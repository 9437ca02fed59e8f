package io.tilth.access;

/** The browsers in which people are signed in. */
public interface Sessions {

    /** Signs a person out of the current tenant everywhere; their streams end at once, on every node. */
    void end(PersonId person);
}
