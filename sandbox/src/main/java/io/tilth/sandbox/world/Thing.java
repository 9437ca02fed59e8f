package io.tilth.sandbox.world;

/**
 * Anything that the world remembers: an immutable record, written as JSON. Two with the same key are two versions of one
 * thing. Keys are paths ({@code corp/user/customer}), so that {@link Table#under} finds what belongs together.
 */
public interface Thing {

    /** What makes it one of its kind, in the whole world and not only in one company. */
    String key();
}
