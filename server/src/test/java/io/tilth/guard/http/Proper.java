package io.tilth.guard.http;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Requests as somebody makes them who knows the company: what a field is called says whose id or what text it wants. */
class Proper {

    private static final JsonMapper JSON = new JsonMapper();

    /** What stands in fields of these names; the others take three letters. */
    private static final Map<String, String> TEXTS = Map.ofEntries(
            Map.entry("rights", "audit:read"),
            Map.entry("key", "SIDEBAR"),
            Map.entry("phone", "13800138000"),
            Map.entry("email", "lin@example.com"),
            Map.entry("target", "https://example.com/a"),
            Map.entry("url", "https://example.com/a"),
            Map.entry("html", "<p>三居</p>"),
            Map.entry("pattern", "{门店}"),
            Map.entry("timeZone", "Asia/Shanghai"),
            Map.entry("language", "zh-CN"),
            Map.entry("login", Furnishing.LOGIN),
            Map.entry("password", Furnishing.PASSWORD),
            Map.entry("current", Furnishing.PASSWORD),
            Map.entry("next", Furnishing.PASSWORD),
            Map.entry("token", Furnishing.TOKEN),
            Map.entry("userId", Furnishing.CUSTOMER),
            Map.entry("day", "您好,我是{称呼}"),
            Map.entry("night", "您好,我是{称呼}"),
            Map.entry("from", "09:00"),
            Map.entry("to", "18:00"),
            Map.entry("starts", "09:00"),
            Map.entry("ends", "18:00"),
            Map.entry("digests", "10:00"),
            Map.entry("quietFrom", "22:00"),
            Map.entry("quietTo", "08:00"));

    /** Whose id fields of these names want that are not called after their table. */
    private static final Map<String, String> THINGS =
            Map.of("spare", "member", "from", "member", "to", "member_", "code", "channel_code");

    private static final int LETTERS = 3;

    private final Operations operations;
    private final Map<String, String> ids;
    private final String likely;
    private final boolean sparing;

    /**
     * @param ids of our rows, by table
     * @param likely what a field wants that gives no hint
     * @param sparing whether what may be left empty is
     */
    Proper(Operations operations, Map<String, String> ids, String likely, boolean sparing) {
        this.operations = operations;
        this.ids = ids;
        this.likely = likely;
        this.sparing = sparing;
    }

    String body(JsonNode schema) {
        return JSON.writeValueAsString(value("", schema));
    }

    /** What stands in an address for that: a row's id, or a word. */
    String word(String name, String id) {
        return TEXTS.getOrDefault(
                name, id(name).filter(known -> !name.equals("id")).orElse(id));
    }

    /** As an address has it. */
    String plain(String name, JsonNode schema) {
        var value = value(name, schema);
        return value.isString() ? value.asString() : value.toString();
    }

    private JsonNode value(String name, JsonNode unresolved) {
        var schema = operations.resolve(unresolved);
        var nodes = JSON.getNodeFactory();
        if (schema.has("anyOf")) {
            return sparing ? nodes.nullNode() : value(name, schema.path("anyOf").get(0));
        }
        if (sparing && schema.path("type").isArray()) {
            return nodes.nullNode();
        }
        if (schema.has("enum")) {
            return schema.path("enum").get(0);
        }
        return switch (Bodies.type(schema)) {
            case "string" -> nodes.stringNode(text(name, schema));
            case "integer" ->
                nodes.numberNode(
                        name.equals("tenant")
                                ? Furnishing.COMPANY
                                : schema.path("minimum").asLong(1));
            case "number" -> nodes.numberNode(schema.path("minimum").asDouble(1));
            case "boolean" -> nodes.booleanNode(false);
            case "array" -> list(name, schema);
            default -> object(schema);
        };
    }

    private JsonNode list(String name, JsonNode schema) {
        var list = JSON.createArrayNode();
        return sparing && !schema.has("minItems") ? list : list.add(value(name, schema.path("items")));
    }

    private JsonNode object(JsonNode schema) {
        var fields = new LinkedHashMap<String, JsonNode>();
        schema.path("properties")
                .properties()
                .forEach(one -> fields.put(one.getKey(), value(one.getKey(), one.getValue())));
        var object = JSON.createObjectNode();
        fields.forEach(object::set);
        return object;
    }

    private String text(String name, JsonNode schema) {
        return switch (schema.path("format").asString("")) {
            case "uuid" -> id(name).orElse(likely);
            case "date-time" -> "2027-01-01T00:00:00Z";
            case "date" -> "2027-01-01";
            default ->
                TEXTS.getOrDefault(
                        name,
                        "t".repeat(Math.max(LETTERS, schema.path("minLength").asInt())));
        };
    }

    /** {@code memberId}, {@code members} and {@code member} all want a row of the table of members. */
    private Optional<String> id(String name) {
        var thing = name.replaceAll("Ids?$", "")
                .replaceAll("s$", "")
                .replaceAll("([A-Z])", "_$1")
                .toLowerCase();
        var table = "." + THINGS.getOrDefault(thing, thing);
        return ids.keySet().stream()
                .filter(known -> !thing.isEmpty() && known.endsWith(table))
                .findFirst()
                .map(ids::get);
    }
}
