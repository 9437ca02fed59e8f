package io.tilth.sandbox.contactway;

import io.tilth.sandbox.api.Code;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

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

    /** As the platform gives them back: a picture is given in by its id and comes out as an address. */
    static JsonNode shown(JsonNode conclusions, String platform) {
        if (conclusions.path("image") instanceof ObjectNode image && image.has("media_id")) {
            image.put(
                    "pic_url",
                    platform + "/wework_pic/" + image.remove("media_id").asString() + "/0");
        }
        return conclusions;
    }

    private static void atMost(JsonNode node, String field, int bytes) {
        if (node.path(field).asString("").getBytes(StandardCharsets.UTF_8).length > bytes) {
            throw Code.BAD_PARAMETER.error(field + " is longer than " + bytes + " bytes");
        }
    }
}
