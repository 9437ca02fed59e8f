package io.tilth.sandbox.message;

import io.tilth.sandbox.api.ApiError;
import io.tilth.sandbox.api.Code;
import io.tilth.sandbox.media.Bytes;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The rules for what a message may hold; too long a text is cut, as the platform does, not refused. */
final class Content {
    private static final int TEXT_BYTES = 2048;
    private static final int TITLE_BYTES = 128;
    private static final int DESCRIPTION_BYTES = 512;
    private static final int ARTICLES = 8;
    private static final Set<String> FILES = Set.of("image", "voice", "video", "file");

    private final Consumer<String> mediaCheck;

    Content(Consumer<String> mediaCheck) {
        this.mediaCheck = mediaCheck;
    }

    /** The content in its final form, or a refusal. */
    ObjectNode check(String type, JsonNode given) {
        if (!(given instanceof ObjectNode)) {
            throw known(type) ? Code.BAD_PARAMETER.error(type) : new ApiError(40008, "invalid message type");
        }
        var content = (ObjectNode) given.deepCopy();
        switch (type) {
            case "text", "markdown" -> text(content);
            case "textcard" -> textCard(content);
            case "news", "mpnews" -> news(content);
            case "miniprogram_notice" -> notice(content);
            case "template_card" -> new Card(content).check();
            default -> file(type, content);
        }
        return content;
    }

    private static boolean known(String type) {
        return FILES.contains(type)
                || Set.of("text", "markdown", "textcard", "news", "mpnews", "miniprogram_notice", "template_card")
                        .contains(type);
    }

    private static void text(ObjectNode content) {
        if (content.path("content").asString("").isEmpty()) {
            throw new ApiError(44004, "empty content");
        }
        cut(content, "content", TEXT_BYTES);
    }

    private static void textCard(ObjectNode content) {
        need(content, "title", 41016);
        need(content, "description", 41033);
        need(content, "url", 41010);
        cut(content, "title", TITLE_BYTES);
        cut(content, "description", DESCRIPTION_BYTES);
    }

    private static void news(ObjectNode content) {
        var articles = content.path("articles");
        if (articles.isEmpty() || articles.size() > ARTICLES) {
            throw new ApiError(45008, "invalid articles size");
        }
        for (var article : articles) {
            need((ObjectNode) article, "title", 41016);
            cut((ObjectNode) article, "title", TITLE_BYTES);
            cut((ObjectNode) article, "description", DESCRIPTION_BYTES);
        }
    }

    private static void notice(ObjectNode content) {
        need(content, "title", 41016);
        need(content, "appid", 40058);
        Code.BAD_PARAMETER.unless(content.path("content_item").size() <= 10);
    }

    private void file(String type, ObjectNode content) {
        if (!FILES.contains(type)) {
            throw new ApiError(40008, "invalid message type");
        }
        mediaCheck.accept(content.path("media_id").asString(""));
    }

    private static void need(ObjectNode content, String field, int code) {
        if (content.path(field).asString("").isEmpty()) {
            throw new ApiError(code, "missing " + field);
        }
    }

    private static void cut(ObjectNode content, String field, int bytes) {
        String text = content.path(field).asString("");
        if (Bytes.of(text) > bytes) {
            content.put(field, Bytes.cut(text, bytes));
        }
    }
}
