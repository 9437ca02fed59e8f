package io.tilth.sandbox.api;

import java.util.Collection;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** JSON as the platform writes it. */
public final class Json {
    public static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private Json() {}

    /** Fields as name, value, name, value; a null is left out. */
    public static ObjectNode object(Object... fields) {
        var object = NODES.objectNode();
        for (int i = 0; i < fields.length; i += 2) {
            if (fields[i + 1] != null) {
                object.set((String) fields[i], node(fields[i + 1]));
            }
        }
        return object;
    }

    public static ArrayNode array(Stream<?> values) {
        var array = NODES.arrayNode();
        values.forEach(value -> array.add(node(value)));
        return array;
    }

    /** The text, or null where it is empty: for fields that the platform leaves out. */
    public static String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    public static int bit(boolean value) {
        return value ? 1 : 0;
    }

    private static JsonNode node(Object value) {
        return switch (value) {
            case JsonNode node -> node;
            case String text -> NODES.stringNode(text);
            case Integer number -> NODES.numberNode(number);
            case Long number -> NODES.numberNode(number);
            case Boolean truth -> NODES.booleanNode(truth);
            case java.time.Instant moment -> NODES.numberNode(moment.getEpochSecond());
            case Collection<?> values -> array(values.stream());
            case Stream<?> values -> array(values);
            default -> MAPPER.valueToTree(value);
        };
    }
}
