package io.tilth.kernel.openapi;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Says of each record in the interface's description what its types say: a component is always there, an
 * {@code Optional} one may be null, and one that a caller may leave out is marked {@code @Nullable}.
 */
@Component
class RecordSchemas implements ModelConverter {

    private static final Logger log = LoggerFactory.getLogger(RecordSchemas.class);

    private final Map<String, Class<?>> named = new ConcurrentHashMap<>();

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        if (!chain.hasNext()) {
            return null;
        }
        var schema = chain.next().resolve(type, context, chain);
        var raw = Json.mapper().constructType(type.getType()).getRawClass();
        if (schema != null && raw.isRecord() && schema.get$ref() != null) {
            var name = schema.get$ref().substring(schema.get$ref().lastIndexOf('/') + 1);
            checkName(name, raw);
            describe(raw, context.getDefinedModels().get(name));
        }
        return schema;
    }

    /** Two records of one name would silently become one in the description. */
    private void checkName(String name, Class<?> record) {
        var other = named.putIfAbsent(name, record);
        if (other != null && other != record) {
            log.error("{} and {} have the same name in the interface; rename one.", other, record);
            throw new IllegalStateException("Two records are called " + name);
        }
    }

    private static void describe(Class<?> record, @Nullable Schema<?> model) {
        if (model == null || model.getProperties() == null) {
            return;
        }
        var required = new ArrayList<String>();
        for (var component : record.getRecordComponents()) {
            var property = (Schema<?>) model.getProperties().get(component.getName());
            if (property == null) {
                continue;
            }
            if (!isNullable(component)) {
                required.add(component.getName());
            }
            if (isNullable(component) || component.getType() == Optional.class) {
                model.getProperties().put(component.getName(), orNull(property));
            }
        }
        model.setRequired(required);
    }

    private static boolean isNullable(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static Schema<?> orNull(Schema<?> schema) {
        if (schema.get$ref() == null) {
            schema.addType("null");
            if (schema.getEnum() != null && !schema.getEnum().contains(null)) {
                schema.addEnumItemObject(null);
            }
            return schema;
        }
        if (Stream.ofNullable(schema.getAnyOf()).findAny().isPresent()) {
            return schema;
        }
        return new JsonSchema().anyOf(List.of(schema, new JsonSchema().typesItem("null")));
    }
}
