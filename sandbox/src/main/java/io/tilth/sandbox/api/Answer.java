package io.tilth.sandbox.api;

import tools.jackson.databind.node.ObjectNode;

/** What the platform says: usually JSON behind {@code errcode} 0, sometimes JSON without it, sometimes a file. */
public record Answer(ObjectNode body, boolean withCode, File file) {

    public static Answer ok() {
        return of();
    }

    /** Fields as name, value, name, value; a null is left out. */
    public static Answer of(Object... fields) {
        return new Answer(Json.object(fields), true, null);
    }

    /** With these fields behind what is there. */
    public Answer with(ObjectNode more) {
        body.setAll(more);
        return this;
    }

    /** For the few calls that say errcode only on failure. */
    public static Answer bare(Object... fields) {
        return new Answer(Json.object(fields), false, null);
    }

    public static Answer file(String name, String type, byte[] bytes) {
        return new Answer(Json.object(), false, new File(name, type, bytes));
    }

    /** Something to download. */
    public record File(String name, String type, byte[] bytes) {}
}
