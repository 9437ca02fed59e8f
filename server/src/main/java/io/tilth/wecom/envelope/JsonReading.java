package io.tilth.wecom.envelope;

import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the same messages written as JSON, for apps that chose it. */
final class JsonReading {

    private static final JsonMapper JSON = new JsonMapper();

    private final Leaves leaves = new Leaves();
    private boolean strange;

    private JsonReading() {}

    static Optional<Map<String, String>> read(String text) {
        try {
            var node = JSON.readTree(text);
            if (!node.isObject()) {
                return Optional.empty();
            }
            var reading = new JsonReading();
            reading.take("", node, 1);
            return reading.strange ? Optional.empty() : Optional.of(reading.leaves.all());
        } catch (JacksonException notJson) {
            return Optional.empty();
        }
    }

    private void take(String path, JsonNode node, int depth) {
        if (strange || leaves.isTooMuch(depth)) {
            strange = true;
        } else if (node.isArray()) {
            node.forEach(item -> take(path, item, depth + 1));
        } else if (node.isObject()) {
            node.properties()
                    .forEach(child -> take(
                            path.isEmpty() ? child.getKey() : path + "." + child.getKey(),
                            child.getValue(),
                            depth + 1));
        } else {
            // The database holds no NUL; XML cannot carry one in the first place.
            leaves.add(path, node.asString().replace('\0', '\uFFFD'));
        }
    }
}
