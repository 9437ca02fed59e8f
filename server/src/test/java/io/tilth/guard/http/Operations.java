package io.tilth.guard.http;

import io.tilth.guard.http.Operation.Parameter;
import io.tilth.kernel.Needs;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/** Reads the operations from the OpenAPI document, and the rights that they need from the code. */
class Operations {

    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    private final JsonNode document;
    private final RequestMappingHandlerMapping mapping;

    Operations(JsonNode document, RequestMappingHandlerMapping mapping) {
        this.document = document;
        this.mapping = mapping;
    }

    List<Operation> all() {
        var operations = new ArrayList<Operation>();
        for (var path : document.path("paths").properties()) {
            for (var method : path.getValue().properties()) {
                if (METHODS.contains(method.getKey()) && !path.getKey().startsWith("/api/v1/probe/")) {
                    operations.add(operation(path.getKey(), method));
                }
            }
        }
        return operations;
    }

    /** The schema itself, behind whatever references. */
    JsonNode resolve(JsonNode schema) {
        var reference = schema.path("$ref").asString("");
        return reference.isEmpty() ? schema : resolve(document.at(reference.substring(1)));
    }

    private Operation operation(String path, Map.Entry<String, JsonNode> entry) {
        var parameters = new ArrayList<Parameter>();
        for (var parameter : entry.getValue().path("parameters")) {
            parameters.add(new Parameter(
                    parameter.path("name").asString(),
                    parameter.path("in").asString(),
                    parameter.path("required").asBoolean(false),
                    resolve(parameter.path("schema"))));
        }
        var content = entry.getValue().at("/requestBody/content");
        var body = content.at("/application~1json/schema");
        var method = entry.getKey().toUpperCase(Locale.ROOT);
        return new Operation(
                method,
                path,
                right(method, path),
                parameters,
                body.isMissingNode() ? Optional.empty() : Optional.of(resolve(body)),
                content.has("multipart/form-data"));
    }

    private Optional<String> right(String method, String path) {
        var handler = mapping.getHandlerMethods().entrySet().stream()
                .filter(entry -> entry.getKey().getPatternValues().contains(path)
                        && entry.getKey().getMethodsCondition().getMethods().stream()
                                .anyMatch(one -> one.name().equals(method)))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow(() -> new AssertionError("No code is found behind " + method + " " + path));
        return Optional.ofNullable(needs(handler)).map(Needs::value);
    }

    private static @Nullable Needs needs(HandlerMethod handler) {
        if (AnnotatedElementUtils.hasAnnotation(handler.getMethod(), Needs.Anyone.class)) {
            return null;
        }
        var own = AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), Needs.class);
        return own != null ? own : AnnotatedElementUtils.findMergedAnnotation(handler.getBeanType(), Needs.class);
    }
}
