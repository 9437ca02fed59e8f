package io.tilth.sandbox.world;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/** Things as text and back. Empty values are not written and come back empty, never null. */
final class Codec {
    private static final String HERE = "io.tilth.sandbox.";
    private static final JsonMapper JSON = mapper();

    private final Map<String, ObjectReader> readers = new ConcurrentHashMap<>();

    /** The name of a kind in a file: its class, below the sandbox's own package. */
    static String name(Class<? extends Thing> kind) {
        return kind.getName().substring(HERE.length());
    }

    static Class<? extends Thing> kind(String name) {
        try {
            return Class.forName(HERE + name).asSubclass(Thing.class);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("The world remembers a kind that is no longer known: " + name, e);
        }
    }

    static byte[] json(Thing thing) {
        return JSON.writeValueAsBytes(thing);
    }

    Thing thing(String kind, byte[] bytes, int from, int length) {
        return readers.computeIfAbsent(kind, name -> JSON.readerFor(kind(name))).readValue(bytes, from, length);
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static JsonMapper mapper() {
        var empty = JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY);
        var builder = JsonMapper.builder()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .changeDefaultPropertyInclusion(value -> value.withValueInclusion(JsonInclude.Include.NON_DEFAULT));
        for (Class<?> type : List.of(String.class, List.class, Set.class, Map.class)) {
            builder.withConfigOverride(type, override -> override.setNullHandling(empty));
        }
        return builder.build();
    }
}
