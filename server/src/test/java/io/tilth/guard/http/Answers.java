package io.tilth.guard.http;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Compares answers with what the description promises. */
class Answers {

    private static final JsonMapper JSON = new JsonMapper();
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private final JsonNode document;
    private final Map<String, Optional<Schema>> schemas = new ConcurrentHashMap<>();

    Answers(JsonNode document) {
        this.document = document;
    }

    /** What is wrong with an answer; empty for a good one. */
    Optional<String> fault(Operation operation, HttpResponse<String> answer) {
        int status = answer.statusCode();
        boolean putOff =
                status == 503 && answer.headers().firstValue("Retry-After").isPresent();
        if (status >= 500 && !putOff) {
            return Optional.of("breaks with " + status);
        }
        if (answer.body().contains("\tat ") || answer.body().contains("Exception")) {
            return Optional.of("shows its inside");
        }
        if (status >= 400) {
            return problem(answer);
        }
        var promised = document.path("paths")
                .path(operation.path())
                .path(operation.method().toLowerCase(Locale.ROOT))
                .path("responses")
                .path(Integer.toString(status));
        return promised.isMissingNode()
                ? Optional.of("answers with " + status + ", of which the description knows nothing")
                : misshapen(operation + " " + status, promised, answer);
    }

    private static Optional<String> problem(HttpResponse<String> answer) {
        var type = answer.headers().firstValue("Content-Type").orElse("");
        if (!type.startsWith("application/problem+json")) {
            return Optional.of("refuses with " + answer.statusCode() + " as " + type);
        }
        var problem = JSON.readTree(answer.body());
        boolean complete = problem.path("type").asString("").startsWith("/problems/")
                && !problem.path("detail").asString("").isBlank()
                && problem.path("status").asInt() == answer.statusCode();
        return complete ? Optional.empty() : Optional.of("refuses without saying why");
    }

    private Optional<String> misshapen(String name, JsonNode promised, HttpResponse<String> answer) {
        var schema = schemas.computeIfAbsent(name, _ -> schema(promised));
        if (schema.isEmpty()) {
            return Optional.empty();
        }
        try {
            var faults = schema.get().validate(JSON.readTree(answer.body()));
            return faults.isEmpty()
                    ? Optional.empty()
                    : Optional.of("answers against its description: "
                            + faults.stream().map(Object::toString).limit(3).collect(Collectors.joining("; ")));
        } catch (JacksonException garbled) {
            return Optional.of("answers with no JSON");
        }
    }

    private Optional<Schema> schema(JsonNode promised) {
        var shape = promised.at("/content/application~1json/schema");
        if (shape.isMissingNode()) {
            return Optional.empty();
        }
        var whole = JSON.createObjectNode();
        whole.set("allOf", JSON.createArrayNode().add(shape));
        whole.set("components", document.path("components"));
        return Optional.of(SCHEMAS.getSchema(whole));
    }
}
