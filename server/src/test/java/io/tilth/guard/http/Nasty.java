package io.tilth.guard.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Values that a form of ours would never send, and now and then one that it would. */
class Nasty {

    private static final JsonMapper JSON = new JsonMapper();

    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "\t\r\n",
            "a\u0000b",
            "\u202egnp.exe",
            "\ufeff",
            "👩‍👩‍👧‍👦".repeat(40),
            "'; drop table access.account; --",
            "\" or 1=1 --",
            "<img src=x onerror=alert(1)>",
            "{{7*7}}${7*7}#{7*7}",
            "../../../../etc/passwd",
            "%00%0d%0aSet-Cookie:%20x=1",
            "=cmd|' /C calc'!A0",
            "\r\nX-Injected: yes",
            "9".repeat(400),
            "x".repeat(9_000),
            "2027-02-30T25:61:61Z",
            "+999999999-12-31T23:59:59Z",
            "00000000-0000-0000-0000-000000000000",
            "null",
            "-1",
            "🌱",
            "%",
            "_",
            "\\");

    private static final List<String> NUMBERS = List.of(
            "0", "-1", "1", "2147483648", "-9223372036854775808", "9223372036854775807", "1e308", "1e-400", "0.1");

    private final Operations operations;
    private final Random random;
    private final List<String> ids;

    /** @param ids those of rows that are there, the likeliest first */
    Nasty(Operations operations, Random random, List<String> ids) {
        this.operations = operations;
        this.random = random;
        this.ids = List.copyOf(ids);
    }

    String id() {
        return random.nextInt(4) == 0 ? inPath() : ids.get(random.nextInt(Math.min(ids.size(), 3)));
    }

    /** The container itself turns these away, before anything of ours is asked. */
    private String inPath() {
        var text = text().replaceAll("[\u0000/\\\\]", "");
        return text.isEmpty() ? "0" : text;
    }

    private String text() {
        return TEXTS.get(random.nextInt(TEXTS.size()));
    }

    /** As a parameter of an address has it. */
    String plain(JsonNode schema) {
        var value = value(schema, 0);
        var text = value.isString() ? value.asString() : value.toString();
        return text.substring(0, Math.min(text.length(), 300)); // the container has a limit of its own
    }

    String body(JsonNode schema) {
        return switch (random.nextInt(20)) {
            case 0 -> "[".repeat(2_000);
            case 1 -> "{\"a\":".repeat(600) + "1" + "}".repeat(600);
            case 2 -> "\ufeff{}";
            default -> JSON.writeValueAsString(value(schema, 0));
        };
    }

    private JsonNode value(JsonNode unresolved, int depth) {
        var schema = operations.resolve(unresolved);
        if (random.nextInt(6) == 0) {
            return anything();
        }
        if (schema.has("enum")) {
            return schema.path("enum").get(random.nextInt(schema.path("enum").size()));
        }
        if (schema.has("anyOf")) {
            return value(schema.path("anyOf").get(0), depth);
        }
        return switch (Bodies.type(schema)) {
            case "string" -> JSON.getNodeFactory().stringNode(string(schema));
            case "integer", "number" -> JSON.readTree(NUMBERS.get(random.nextInt(NUMBERS.size())));
            case "boolean" -> JSON.getNodeFactory().booleanNode(random.nextBoolean());
            case "array" -> list(schema, depth);
            default -> object(schema, depth);
        };
    }

    private String string(JsonNode schema) {
        if (random.nextBoolean()) {
            return text();
        }
        return switch (schema.path("format").asString("")) {
            case "uuid" -> ids.get(random.nextInt(ids.size()));
            case "date-time" -> "2027-01-01T00:00:00Z";
            case "date" -> "2027-01-01";
            default -> "春耕 " + random.nextInt(1_000);
        };
    }

    private JsonNode anything() {
        return switch (random.nextInt(5)) {
            case 0 -> JSON.getNodeFactory().nullNode();
            case 1 -> JSON.createArrayNode();
            case 2 -> JSON.createObjectNode().put("a", 1);
            case 3 -> JSON.getNodeFactory().stringNode(text());
            default -> JSON.readTree(NUMBERS.get(random.nextInt(NUMBERS.size())));
        };
    }

    private JsonNode list(JsonNode schema, int depth) {
        var list = JSON.createArrayNode();
        int size = depth > 3 ? 0 : List.of(0, 1, 2, 3, 300).get(random.nextInt(5));
        for (int i = 0; i < size; i++) {
            list.add(value(schema.path("items"), depth + 1));
        }
        return list;
    }

    private JsonNode object(JsonNode schema, int depth) {
        var object = JSON.createObjectNode();
        var names = new ArrayList<>(schema.path("properties").properties());
        for (var one : names) {
            if (depth < 6 && random.nextInt(12) > 0) {
                object.set(one.getKey(), value(one.getValue(), depth + 1));
            }
        }
        if (random.nextInt(15) == 0) {
            object.put("nobodyAskedForThis", 1);
        }
        return object;
    }
}
