package io.tilth.sandbox.api;

import io.javalin.http.Context;
import io.tilth.sandbox.corp.App;
import io.tilth.sandbox.corp.Corp;
import io.tilth.sandbox.provider.Disguise;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a caller asks. Reads leniently, as the platform does: numbers may be strings, a missing text is an empty one. */
public final class Call {
    private final Context http;
    private final Token token;
    private final App app;
    private final Corp corp;
    private final Disguise disguise;
    private JsonNode body;

    Call(Context http, Token token, App app, Corp corp, Disguise disguise) {
        this.http = http;
        this.token = token;
        this.app = app;
        this.corp = corp;
        this.disguise = disguise;
    }

    /** The app whose token it is; only behind {@link Routes.Credential#APP}. */
    public App app() {
        return app;
    }

    public Corp corp() {
        return corp;
    }

    public Token token() {
        return token;
    }

    /** The key of something in this company: {@code corp/id}. */
    public String key(Object id) {
        return corp.id() + "/" + id;
    }

    /** How the app sees the company. */
    Disguise disguise() {
        return disguise;
    }

    public Context http() {
        return http;
    }

    /** The whole JSON body; an empty object without one. */
    public JsonNode body() {
        if (body == null) {
            body = parse();
        }
        return body;
    }

    /** The field of the body, or else the parameter of the address; a missing node without either. */
    public JsonNode field(String name) {
        JsonNode found = body().path(name);
        if (!found.isMissingNode() && !found.isNull()) {
            return found;
        }
        String parameter = http.queryParam(name);
        return parameter == null
                ? Json.object().path("")
                : Json.object("p", disguise.inward(name, parameter)).path("p");
    }

    public boolean has(String name) {
        return !field(name).isMissingNode();
    }

    public String text(String name) {
        return field(name).asString("");
    }

    public String text(String name, Code missing) {
        String text = text(name);
        missing.unless(!text.isEmpty());
        return text;
    }

    /** A text with a limit in characters. */
    public String text(String name, int longest) {
        String text = text(name);
        if (text.codePointCount(0, text.length()) > longest) {
            throw Code.BAD_PARAMETER.error(name + " is longer than " + longest);
        }
        return text;
    }

    public long number(String name, long otherwise) {
        var field = field(name);
        if (field.isMissingNode()) {
            return otherwise;
        }
        if (field.isNumber()) {
            return field.asLong();
        }
        try {
            return Long.parseLong(field.asString("").strip());
        } catch (NumberFormatException e) {
            throw Code.BAD_PARAMETER.error(name);
        }
    }

    public int integer(String name, int otherwise) {
        return Math.toIntExact(number(name, otherwise));
    }

    /** A size of a page: one outside of the limits falls back to the usual one. */
    public int limit(int usual, int most) {
        long limit = number("limit", usual);
        return limit < 1 || limit > most ? usual : (int) limit;
    }

    public boolean flag(String name, boolean otherwise) {
        var field = field(name);
        return field.isMissingNode() ? otherwise : List.of("true", "1").contains(field.asString(""));
    }

    public List<String> texts(String name) {
        return texts(field(name));
    }

    public static List<String> texts(JsonNode array) {
        var texts = new ArrayList<String>();
        if (array.isArray()) {
            array.forEach(item -> texts.add(item.asString("")));
        } else if (!array.isMissingNode() && !array.isNull()) {
            texts.add(array.asString(""));
        }
        return texts;
    }

    public List<Integer> integers(String name) {
        try {
            return texts(name).stream().map(String::strip).map(Integer::valueOf).toList();
        } catch (NumberFormatException e) {
            throw Code.BAD_PARAMETER.error(name);
        }
    }

    /** A file of a form. */
    public Optional<Answer.File> file(String name) {
        var file = http.uploadedFile(name);
        if (file == null) {
            return Optional.empty();
        }
        try (var content = file.content()) {
            String type = file.contentType() == null ? "" : file.contentType();
            return Optional.of(new Answer.File(file.filename(), type, content.readAllBytes()));
        } catch (java.io.IOException e) {
            throw Code.EMPTY_MEDIA.error();
        }
    }

    private JsonNode parse() {
        String type = http.contentType();
        byte[] bytes = type != null && type.startsWith("multipart/") ? new byte[0] : http.bodyAsBytes();
        if (bytes.length == 0) {
            return Json.object();
        }
        try {
            var parsed = Json.MAPPER.readTree(bytes);
            Code.BAD_JSON.unless(parsed.isObject());
            disguise.inward((ObjectNode) parsed);
            return parsed;
        } catch (JacksonException e) {
            throw Code.BAD_JSON.error();
        }
    }
}
