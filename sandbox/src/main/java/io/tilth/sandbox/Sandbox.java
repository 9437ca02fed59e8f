package io.tilth.sandbox;

/** A stand-in for the WeCom platform: the same paths, fields, limits and encrypted callbacks, on one's own machine. */
public final class Sandbox {

    private Sandbox() {}
}
