package io.tilth.kernel.openapi;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.stream.Stream;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.stereotype.Component;

/** An id is a record of one value here, and one plain value in an address: {@code ?member=…}, not {@code member.value}. */
@Component
class IdParameters implements GlobalOpenApiCustomizer {

    private static final String WITHIN = ".value";

    @Override
    public void customise(OpenAPI description) {
        description.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .flatMap(operation -> Stream.ofNullable(operation.getParameters()))
                .flatMap(parameters -> parameters.stream())
                .filter(parameter -> parameter.getName().endsWith(WITHIN))
                .forEach(IdParameters::flatten);
    }

    private static void flatten(Parameter parameter) {
        var name = parameter.getName();
        parameter.setName(name.substring(0, name.length() - WITHIN.length()));
    }
}
