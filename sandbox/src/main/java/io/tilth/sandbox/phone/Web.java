package io.tilth.sandbox.phone;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.tilth.sandbox.api.ApiError;
import io.tilth.sandbox.api.Json;
import io.tilth.sandbox.world.World;
import java.util.NoSuchElementException;
import tools.jackson.databind.JsonNode;

/** JSON in, JSON out; what cannot be done is said in a sentence. */
final class Web {
    private final World world;

    Web(World world) {
        this.world = world;
    }

    /** Answers with what is found. */
    Handler read(Question question) {
        return http -> answer(http, question);
    }

    /** The same after a change, once it is sure to be kept. */
    Handler deed(Question deed) {
        return http -> answer(http, context -> {
            Object done = deed.ask(context);
            world.settle();
            return done;
        });
    }

    /** For a deed that has nothing to tell. */
    Handler silent(Deed deed) {
        return deed(http -> {
            deed.act(http);
            return Json.object();
        });
    }

    static JsonNode body(Context http) {
        byte[] bytes = http.bodyAsBytes();
        return bytes.length == 0 ? Json.object() : Json.MAPPER.readTree(bytes);
    }

    static String text(JsonNode body, String field) {
        return body.path(field).asString("");
    }

    private static void answer(Context http, Question question) {
        http.header("Cache-Control", "no-store");
        try {
            json(http, question.ask(http));
        } catch (NoSuchElementException | IllegalStateException | IllegalArgumentException | ApiError refusal) {
            http.status(refusal instanceof NoSuchElementException ? 404 : 409);
            json(http, Json.object("sentence", String.valueOf(refusal.getMessage())));
        }
    }

    private static void json(Context http, Object answer) {
        http.contentType("application/json; charset=utf-8").result(Json.MAPPER.writeValueAsBytes(answer));
    }

    /** Something asked over HTTP. */
    interface Question {
        Object ask(Context http);
    }

    /** Something done over HTTP. */
    interface Deed {
        void act(Context http);
    }
}
