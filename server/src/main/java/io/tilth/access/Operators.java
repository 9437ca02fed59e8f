package io.tilth.access;

/** The people who run the SaaS, for the command line: who has the machine may let somebody in. */
public interface Operators {

    /** A one-time link that opens an account of the house, with every right there. */
    Links.Issued inviteOperator(String name);

    /** Whether the house has an account yet. */
    boolean any();
}
