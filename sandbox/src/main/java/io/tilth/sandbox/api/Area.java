package io.tilth.sandbox.api;

/** A part of the platform's API, as a person reads it: it lists its paths. */
public interface Area {

    void enter(Routes routes);
}
