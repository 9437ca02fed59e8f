package io.tilth.sandbox.contactway;

import io.tilth.sandbox.api.Code;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;

/** What closes a temporary chat: a text, and one of picture, link and mini-program. */
final class Conclusions {

    private Conclusions() {}

    static void check(JsonNode conclusions) {
        atMost(conclusions.path("text"), "content", 4_000);
        atMost(conclusions.path("link"), "title", 128);
        atMost(conclusions.path("link"), "desc", 512);
        atMost(conclusions.path("link"), "picurl", 2_048);
        atMost(conclusions.path("link"), "url", 2_048);
        atMost(conclusions.path("miniprogram"), "title", 64);
    }

    private static void atMost(JsonNode node, String field, int bytes) {
        if (node.path(field).asString("").getBytes(StandardCharsets.UTF_8).length > bytes) {
            throw Code.BAD_PARAMETER.error(field + " is longer than " + bytes + " bytes");
        }
    }
}
