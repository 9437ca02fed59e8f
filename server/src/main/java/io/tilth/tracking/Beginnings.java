package io.tilth.tracking;

/** Whether the current tenant has come so far yet. */
public interface Beginnings {

    /** A material was sent to somebody. */
    boolean sent();

    /** A customer whom we know has read one. */
    boolean read();
}
