package io.tilth.sandbox.judge;

import com.google.gson.JsonElement;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;

/** The names of fields, each with its place, and what kind of value stands there. */
final class Fields {

    /** Stands where a list has nothing in it. */
    static final String NOTHING = "nothing";

    private Fields() {}

    /** Of every sample of the platform. */
    static Map<String, Map<String, String>> ofSamples() {
        var samples = new LinkedHashMap<String, Map<String, String>>();
        Map<String, String> current = new TreeMap<>();
        for (String line : read().split("\n")) {
            if (line.startsWith("= ")) {
                current = new TreeMap<>();
                samples.put(line.substring(2), current);
            } else if (!line.isEmpty()) {
                String[] parts = line.split(" ");
                current.put(parts[0], parts.length > 1 ? parts[1] : "text");
            }
        }
        return samples;
    }

    static Map<String, String> of(JsonElement... answers) {
        var fields = new TreeMap<String, String>();
        for (var answer : answers) {
            walk(answer, "", fields);
        }
        return fields;
    }

    /** Of one answer, or of several in a list. */
    static Map<String, String> ofAll(JsonElement answers) {
        return answers.isJsonArray() ? of(answers.getAsJsonArray().asList().toArray(JsonElement[]::new)) : of(answers);
    }

    static Map<String, String> ofXml(String... events) {
        var fields = new TreeMap<String, String>();
        for (String event : events) {
            try {
                var document = DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new InputSource(new StringReader(event)));
                walk(document.getDocumentElement(), "", fields);
            } catch (Exception e) {
                throw new IllegalStateException(event, e);
            }
        }
        return fields;
    }

    private static void walk(JsonElement value, String place, Map<String, String> fields) {
        if (value.isJsonObject()) {
            value.getAsJsonObject()
                    .entrySet()
                    .forEach(field ->
                            walk(field.getValue(), place + (place.isEmpty() ? "" : ".") + field.getKey(), fields));
        } else if (value.isJsonArray()) {
            if (value.getAsJsonArray().isEmpty()) {
                fields.putIfAbsent(place + "[]", NOTHING);
            }
            value.getAsJsonArray().forEach(item -> walk(item, place + "[]", fields));
        } else {
            var simple = value.getAsJsonPrimitive();
            fields.put(place, simple.isBoolean() ? "truth" : simple.isNumber() ? "number" : "text");
        }
    }

    private static void walk(Node element, String place, Map<String, String> fields) {
        boolean leaf = true;
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child.getNodeType() == Node.ELEMENT_NODE) {
                leaf = false;
                walk(child, place + (place.isEmpty() ? "" : "/") + child.getNodeName(), fields);
            }
        }
        if (leaf) {
            fields.put(place, "text");
        }
    }

    private static String read() {
        try (var in = Fields.class.getResourceAsStream("samples.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
