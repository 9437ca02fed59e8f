package io.tilth.guard.http;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Makes request bodies from their schemas: valid ones, and ones that no form of ours sends. */
class Bodies {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int TOO_LONG = 20_000;

    private final Operations operations;

    Bodies(Operations operations) {
        this.operations = operations;
    }

    /**
     * A bad body.
     *
     * @param forbidden whether it may never be taken; others are odd, but text is text
     */
    record Bad(String what, String text, boolean forbidden) {}

    String valid(JsonNode schema, Supplier<String> ids) {
        return JSON.writeValueAsString(value(schema, ids));
    }

    /** As an address has it. */
    String plain(JsonNode schema, Supplier<String> ids) {
        var value = value(schema, ids);
        return value.isString() ? value.asString() : value.toString();
    }

    List<Bad> bad(JsonNode schema) {
        var bad = new ArrayList<Bad>();
        bad.add(new Bad("no body", "", true));
        bad.add(new Bad("half a body", "{\"", true));
        bad.add(new Bad("a list", "[]", true));
        bad.add(new Bad("an unknown field", "{\"nobodyAskedForThis\": 1}", true));
        bad.add(new Bad("1 MB", "{\"name\": \"" + "x".repeat(1_100_000) + "\"}", true));
        for (var property : schema.path("properties").properties()) {
            var name = property.getKey();
            var type = operations.resolve(property.getValue());
            bad.add(new Bad(name + " of a wrong type", with(schema, name, JSON.readTree("{\"a\": [1]}")), true));
            if (type.path("type").asString("").equals("string") && !type.has("enum")) {
                texts(schema, name, bad);
            }
        }
        return bad;
    }

    private void texts(JsonNode schema, String name, List<Bad> bad) {
        bad.add(text(schema, name, "NUL", "a\u0000b", true));
        bad.add(text(schema, name, "a text too long", "x".repeat(TOO_LONG), true));
        bad.add(text(schema, name, "emoji", "🧑‍🌾🌱".repeat(3), false));
        bad.add(text(schema, name, "SQL", "'; drop table access.account; --", false));
        bad.add(text(schema, name, "HTML", "<script>alert(1)</script>", false));
    }

    private Bad text(JsonNode schema, String name, String what, String text, boolean forbidden) {
        return new Bad(
                name + ": " + what, with(schema, name, JSON.getNodeFactory().stringNode(text)), forbidden);
    }

    private String with(JsonNode schema, String name, JsonNode other) {
        var body = (ObjectNode) value(schema, () -> UUID.randomUUID().toString());
        body.set(name, other);
        return JSON.writeValueAsString(body);
    }

    private JsonNode value(JsonNode unresolved, Supplier<String> ids) {
        var schema = operations.resolve(unresolved);
        var nodes = JSON.getNodeFactory();
        if (schema.has("enum")) {
            return schema.path("enum").get(0);
        }
        return switch (type(schema)) {
            case "string" -> nodes.stringNode(text(schema, ids));
            case "integer" -> nodes.numberNode(schema.path("minimum").asLong(1));
            case "number" -> nodes.numberNode(schema.path("minimum").asDouble(1));
            case "boolean" -> nodes.booleanNode(false);
            case "array" -> nodes.arrayNode().add(value(schema.path("items"), ids));
            default -> {
                var object = nodes.objectNode();
                schema.path("properties")
                        .properties()
                        .forEach(one -> object.set(one.getKey(), value(one.getValue(), ids)));
                yield object;
            }
        };
    }

    /** Also {@code ["string", "null"]}. */
    static String type(JsonNode schema) {
        var type = schema.path("type");
        return type.isArray() ? type.get(0).asString("") : type.asString("");
    }

    private static String text(JsonNode schema, Supplier<String> ids) {
        return switch (schema.path("format").asString("")) {
            case "uuid" -> ids.get();
            case "date-time" -> "2027-01-01T00:00:00Z";
            case "date" -> "2027-01-01";
            default -> "t".repeat(Math.max(1, schema.path("minLength").asInt(3)));
        };
    }
}
