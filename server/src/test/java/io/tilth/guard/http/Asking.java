package io.tilth.guard.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.tilth.access.TestBrowser;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Asks properly: with ids of the company's rows, and, to change a thing, with what was read of it before. */
class Asking {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int MOST_IDS = 5;
    private static final int UUID_LENGTH = 36;

    private final Client client;
    private final Operations operations;
    private final Answers answers;
    private final Map<String, String> ids;
    private final Function<Operation, String> callers;
    private final Supplier<TestBrowser> desk;
    private @Nullable String key;
    private int names;

    /**
     * @param ids of the company's rows, by table; those of what is made or listed come in
     * @param callers who asks, as the probe's door takes it
     * @param desk somebody at a screen, for what only a person can ask who has signed in
     */
    Asking(
            Client client,
            Operations operations,
            Answers answers,
            Map<String, String> ids,
            Function<Operation, String> callers,
            Supplier<TestBrowser> desk) {
        this.client = client;
        this.operations = operations;
        this.answers = answers;
        this.ids = ids;
        this.callers = callers;
        this.desk = desk;
    }

    /** Each id of ours in turn, likely ones first, until one of them opens the door. */
    boolean succeeds(Operation operation) {
        return likely(operation).stream()
                .limit(operation.takesIds() || operation.body().isPresent() ? MOST_IDS : 1)
                .anyMatch(id -> succeeds(operation, id, false) || succeeds(operation, id, true));
    }

    private boolean succeeds(Operation operation, String id, boolean sparing) {
        var proper = new Proper(operations, ids, id, sparing);
        var path = path(operation, id, proper);
        var body = operation
                .body()
                .map(proper::body)
                .map(wanted -> changed(operation, path, wanted))
                .orElse("");
        var answer = ask(operation, path, body);
        assertThat(answers.fault(operation, answer))
                .as("%s %s: %s", operation, body, answer.body())
                .isEmpty();
        if (answer.statusCode() < 300) {
            remember(operation, answer.body());
        }
        return answer.statusCode() < 300;
    }

    private HttpResponse<String> ask(Operation operation, String path, String body) {
        var caller = operation.isForKeys() && key != null ? Client.KEY + key : callers.apply(operation);
        var answer = client.call(operation, path, body, caller);
        return answer.statusCode() == 401 && !operation.isForKeys() ? atTheDesk(operation, path, body) : answer;
    }

    private HttpResponse<String> atTheDesk(Operation operation, String path, String body) {
        return desk.get()
                .ask(operation.method(), path, body.isEmpty() ? null : JSON.readTree(body))
                .response();
    }

    private String path(Operation operation, String id, Proper proper) {
        return operation.path(parameter -> parameter.isText()
                        ? proper.word(parameter.name(), id)
                        : parameter.name().equals("number") ? "1" : Long.toString(Furnishing.COMPANY))
                + asked(operation, proper);
    }

    /** What was made or listed may be what another operation is about. */
    private void remember(Operation operation, String text) {
        if (!text.startsWith("{") && !text.startsWith("[")) {
            return;
        }
        var answer = JSON.readTree(text);
        if (operation.toString().equals("POST /api/v1/api-keys")) {
            key = answer.path("key").asString();
        }
        var thing = answer.has("id")
                ? answer
                : answer.has("items") ? answer.path("items").path(0) : answer.path(0);
        var id = thing.path("id").asString("");
        if (id.length() == UUID_LENGTH && !operation.path().contains("{")) {
            var name =
                    operation.path().replaceAll(".*/", "").replaceAll("s$", "").replace('-', '_');
            ids.put((operation.method().equals("GET") ? "read." : "made.") + name, id);
        }
    }

    /**
     * With what stands there already, so that grades stay in order and versions match: of the thing itself, or of the
     * version of that which a deed is about. What is new gets a name that nobody has.
     */
    private String changed(Operation operation, String path, String wanted) {
        if (!(JSON.readTree(wanted) instanceof ObjectNode body)) {
            return wanted;
        }
        boolean whole = operation.method().equals("PUT");
        if (body.has("name") && !whole && !operation.path().endsWith("/close")) {
            body.put("name", "n" + ++names);
        }
        if (body.has("version")) {
            var thing = path.replaceAll("\\?.*", "");
            var read = client.call(
                    "GET", whole ? thing : thing.substring(0, thing.lastIndexOf('/')), "", callers.apply(operation));
            if (read.statusCode() < 300 && JSON.readTree(read.body()) instanceof ObjectNode there) {
                body.propertyNames().stream()
                        .filter(name -> there.has(name) && (whole || name.equals("version")))
                        .toList()
                        .forEach(name -> body.set(name, as(body.get(name), there.get(name))));
            }
        }
        return JSON.writeValueAsString(body);
    }

    /** What stands there, as far as it may be sent. */
    private static JsonNode as(JsonNode wanted, JsonNode there) {
        if (wanted.isObject() && there.isObject()) {
            var sent = JSON.createObjectNode();
            wanted.propertyNames().stream()
                    .filter(there::has)
                    .forEach(name -> sent.set(name, as(wanted.get(name), there.get(name))));
            return sent;
        }
        if (wanted.isArray() && there.isArray()) {
            var sent = JSON.createArrayNode();
            there.forEach(one -> sent.add(wanted.isEmpty() ? one : as(wanted.get(0), one)));
            return sent;
        }
        return wanted.isObject() ? wanted : there;
    }

    /** What must be asked, and nothing besides. */
    private static String asked(Operation operation, Proper proper) {
        return operation.parameters().stream()
                .filter(parameter -> parameter.in().equals("query") && parameter.required())
                .map(parameter -> parameter.name() + "=" + encoded(proper.plain(parameter.name(), parameter.schema())))
                .collect(Collectors.joining("&", "?", ""));
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** The ids of our rows, those first whose table is called as the address is. */
    List<String> likely(Operation operation) {
        var path = operation.path().replace("ies/", "y/").replace("-", "_");
        Function<String, Integer> unlike = table -> {
            var name = table.substring(table.indexOf('.') + 1);
            int words = name.split("_").length;
            int alike = (int) Stream.of(name.split("_")).filter(path::contains).count();
            int last = path.contains(name + "s/{") || path.contains(name + "/{") ? 10 * name.length() : 0;
            return -last - alike * 10 + words;
        };
        return ids.keySet().stream()
                .sorted(Comparator.comparing(unlike))
                .map(table -> String.valueOf(ids.get(table)))
                .toList();
    }
}
