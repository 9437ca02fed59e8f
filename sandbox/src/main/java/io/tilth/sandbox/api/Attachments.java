package io.tilth.sandbox.api;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What every message to customers obeys, be it a welcome or a mass message. */
public final class Attachments {
    private static final int MOST = 9;
    private static final int TEXT_BYTES = 4_000;
    private static final Set<String> TYPES = Set.of("image", "link", "miniprogram", "video", "file");

    private Attachments() {}

    /** Checks {@code text} and {@code attachments}; at least one of them must be there. */
    public static void check(JsonNode message) {
        String text = message.path("text").path("content").asString("");
        var attachments = message.path("attachments");
        Code.EMPTY_PARAMETER.unless(!text.isEmpty() || !attachments.isEmpty());
        Code.TEXT_SIZE.unless(bytes(text) <= TEXT_BYTES);
        Code.ATTACHMENT_SIZE.unless(attachments.size() <= MOST);
        attachments.forEach(Attachments::checkOne);
    }

    private static void checkOne(JsonNode attachment) {
        String type = attachment.path("msgtype").asString("");
        Code.ATTACHMENT_TYPE.unless(TYPES.contains(type));
        var body = attachment.path(type);
        switch (type) {
            case "link" -> {
                required(body, "title", 128);
                required(body, "url", 2_048);
                atMost(body, "desc", 512);
                atMost(body, "picurl", 2_048);
            }
            case "miniprogram" -> {
                required(body, "title", 64);
                required(body, "pic_media_id", 512);
                required(body, "appid", 128);
                required(body, "page", 1_024);
            }
            case "image" -> Code.BAD_MEDIA.unless(body.has("media_id") || body.has("pic_url"));
            default -> Code.BAD_MEDIA.unless(body.has("media_id"));
        }
    }

    private static void required(JsonNode body, String field, int bytes) {
        if (body.path(field).asString("").isEmpty()) {
            throw Code.EMPTY_PARAMETER.error(field);
        }
        atMost(body, field, bytes);
    }

    private static void atMost(JsonNode body, String field, int bytes) {
        if (bytes(body.path(field).asString("")) > bytes) {
            throw Code.BAD_PARAMETER.error(field + " is longer than " + bytes + " bytes");
        }
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
