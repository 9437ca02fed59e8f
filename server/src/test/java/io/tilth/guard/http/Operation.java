package io.tilth.guard.http;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * An operation of the interface.
 *
 * @param right what a caller must hold: empty when nobody needs to sign in, {@code ""} when signing in is enough
 * @param body what it takes as JSON
 * @param takesFile whether it takes a form with a file instead
 */
record Operation(
        String method,
        String path,
        Optional<String> right,
        List<Parameter> parameters,
        Optional<JsonNode> body,
        boolean takesFile) {

    /** @param in {@code path} or {@code query} */
    record Parameter(String name, String in, boolean required, JsonNode schema) {

        boolean isText() {
            return isUuid() || schema.path("type").asString("").equals("string");
        }

        boolean isUuid() {
            return schema.path("format").asString("").equals("uuid");
        }
    }

    boolean isOpen() {
        return right.isEmpty();
    }

    boolean isForKeys() {
        return path.startsWith("/open/");
    }

    boolean takesIds() {
        return parameters.stream().anyMatch(parameter -> parameter.in().equals("path"));
    }

    /** The path with its parameters filled in. */
    String path(Function<Parameter, String> values) {
        var filled = path;
        for (var parameter : parameters) {
            if (parameter.in().equals("path")) {
                filled = filled.replace("{" + parameter.name() + "}", values.apply(parameter));
            }
        }
        return filled;
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
