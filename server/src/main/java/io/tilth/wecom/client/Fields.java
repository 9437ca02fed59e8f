package io.tilth.wecom.client;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Reads WeCom's fields, which may be absent, empty, or numbers written as texts. */
final class Fields {

    private Fields() {}

    static String text(JsonNode node, String name) {
        return node.path(name).asString("");
    }

    /** Empty also for an empty text, which is how WeCom leaves things out. */
    static Optional<String> optional(JsonNode node, String name) {
        return Optional.of(text(node, name)).filter(value -> !value.isEmpty());
    }

    /** In lower case: WeCom does not distinguish, and writes it now so, now so. */
    static String user(JsonNode node, String name) {
        return user(text(node, name));
    }

    static String user(String id) {
        return id.toLowerCase(Locale.ROOT);
    }

    static long number(JsonNode node, String name) {
        return number(node.path(name));
    }

    static long number(JsonNode value) {
        if (!value.isString()) {
            return value.asLong(0);
        }
        var text = value.asString();
        return text.matches("-?\\d{1,18}") ? Long.parseLong(text) : 0;
    }

    static Instant moment(JsonNode node, String name) {
        return Instant.ofEpochSecond(number(node, name));
    }

    static List<String> texts(JsonNode node, String name) {
        return node.path(name).valueStream().map(JsonNode::asString).toList();
    }

    static List<Long> numbers(JsonNode node, String name) {
        return node.path(name).valueStream().map(Fields::number).toList();
    }

    static Optional<String> nextCursor(JsonNode answer) {
        return optional(answer, "next_cursor");
    }
}
