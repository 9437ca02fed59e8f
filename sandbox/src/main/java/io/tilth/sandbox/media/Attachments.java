package io.tilth.sandbox.media;

import io.tilth.sandbox.api.ApiError;
import io.tilth.sandbox.api.Code;
import io.tilth.sandbox.api.Json;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The text and the attachments that go to customers, with the limits that hold for them everywhere. */
public final class Attachments {
    private static final int TEXT_BYTES = 4000;
    private static final int URL_BYTES = 2048;
    private static final int MINI_PROGRAM_TITLE_BYTES = 64;

    private final MediaApi media;
    private final String corp;
    private final int linkTitleBytes;
    private final Set<String> allowed;

    private Attachments(MediaApi media, String corp, int linkTitleBytes, Set<String> allowed) {
        this.media = media;
        this.corp = corp;
        this.linkTitleBytes = linkTitleBytes;
        this.allowed = allowed;
    }

    /** As in messages to customers: five kinds. */
    public static Attachments ofMessages(MediaApi media, String corp) {
        return new Attachments(media, corp, 128, Set.of("image", "link", "miniprogram", "video", "file"));
    }

    /** As in moments: three kinds, with media uploaded for moments. */
    public static Attachments ofMoments(MediaApi media, String corp) {
        return new Attachments(media, corp, 64, Set.of("image", "link", "video"));
    }

    /** The text, or an empty one. */
    public static String text(JsonNode body) {
        String text = body.path("text").path("content").asString("");
        if (Bytes.of(text) > TEXT_BYTES) {
            throw new ApiError(45002, "content size out of limit");
        }
        return text;
    }

    /** Refuses what is of no known kind, incomplete or too long; gives back the list. */
    public ArrayNode check(JsonNode list, int most) {
        var checked = Json.array(java.util.stream.Stream.of());
        if (list.size() > most) {
            throw Code.ATTACHMENT_SIZE.error();
        }
        for (var attachment : list) {
            String kind = attachment.path("msgtype").asString("");
            Code.ATTACHMENT_TYPE.unless(allowed.contains(kind));
            one(kind, attachment.path(kind));
            checked.add(attachment);
        }
        return checked;
    }

    /** Checks one attachment of the kind. */
    public void one(String kind, JsonNode content) {
        Code.ATTACHMENT_TYPE.unless(content instanceof ObjectNode);
        switch (kind) {
            case "link" -> link(content);
            case "miniprogram" -> miniProgram(content);
            case "image" -> image(content);
            default -> media.need(corp, content.path("media_id").asString(""));
        }
    }

    private void link(JsonNode content) {
        need(content, "title", "url");
        atMost(content, Map.of("title", linkTitleBytes, "desc", 512, "url", URL_BYTES, "picurl", URL_BYTES));
        if (content.has("media_id")) {
            media.need(corp, content.path("media_id").asString(""));
        }
    }

    private void miniProgram(JsonNode content) {
        need(content, "title", "pic_media_id", "appid", "page");
        atMost(content, Map.of("title", MINI_PROGRAM_TITLE_BYTES));
        media.need(corp, content.path("pic_media_id").asString(""));
    }

    private void image(JsonNode content) {
        if (content.has("media_id") || !content.has("pic_url")) {
            media.need(corp, content.path("media_id").asString(""));
        }
    }

    private static void need(JsonNode content, String... fields) {
        for (String field : fields) {
            Code.BAD_PARAMETER.unless(!content.path(field).asString("").isEmpty());
        }
    }

    private static void atMost(JsonNode content, Map<String, Integer> limits) {
        limits.forEach((field, bytes) -> {
            if (Bytes.of(content.path(field).asString("")) > bytes) {
                throw Code.BAD_PARAMETER.error(field + " is longer than " + bytes + " bytes");
            }
        });
    }
}
