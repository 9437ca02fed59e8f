package io.tilth.e2e;

/** The demo company's people, as the server prints them when it starts. */
final class Demo {

    static final String PASSWORD = "tilth-demo-2026";

    private Demo() {}
}
