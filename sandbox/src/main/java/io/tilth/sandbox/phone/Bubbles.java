package io.tilth.sandbox.phone;

import io.tilth.sandbox.api.Json;
import io.tilth.sandbox.media.Media;
import io.tilth.sandbox.phone.View.Face;
import io.tilth.sandbox.phone.View.Linked;
import io.tilth.sandbox.phone.View.Message;
import io.tilth.sandbox.world.World;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Makes of what was said, in the platform's words, what a phone shows. */
final class Bubbles {
    private final World world;

    Bubbles(World world) {
        this.world = world;
    }

    /**
     * One message.
     *
     * @param type as in {@link io.tilth.sandbox.chat.ChatMessage}
     * @param author empty for a grey line that nobody wrote
     */
    Message of(String corp, long number, Optional<Face> author, boolean mine, Said said) {
        JsonNode body = said.body();
        String type = said.type();
        boolean system = author.isEmpty();
        return new Message(
                Long.toString(number),
                mine,
                system,
                author,
                said.at(),
                kind(type),
                text(corp, type, body),
                link(corp, type, body),
                List.of(),
                Optional.empty());
    }

    /** What was said: the platform's word for its kind, and what stands under that word. */
    record Said(String type, JsonNode body, Instant at) {
        static Said of(String type, String body, Instant at) {
            return new Said(type, Json.MAPPER.readTree(body), at);
        }
    }

    /** The address under which the page gets a file that an app has uploaded. */
    static String address(String corp, String media) {
        return Phone.ROOT + "/media/" + corp + "/" + URLEncoder.encode(media, StandardCharsets.UTF_8);
    }

    private static String kind(String type) {
        return switch (type) {
            case "image" -> "IMAGE";
            case "link", "news" -> "LINK";
            case "miniprogram" -> "MINI_PROGRAM";
            case "video" -> "VIDEO";
            case "file", "voice" -> "FILE";
            case "msgmenu" -> "MENU";
            default -> "TEXT";
        };
    }

    private String text(String corp, String type, JsonNode body) {
        if (type.equals("file") || type.equals("video")) {
            return world.find(Media.class, corp + "/" + first(body, "media_id"))
                    .map(Media::name)
                    .orElse("");
        }
        return first(body, "content", "head_content", "text");
    }

    private Optional<Linked> link(String corp, String type, JsonNode body) {
        return switch (type) {
            case "image", "link", "news", "miniprogram" ->
                Optional.of(new Linked(
                        first(body, "title"),
                        type.equals("miniprogram") ? first(body, "appid") : first(body, "desc", "description"),
                        first(body, "url", "link"),
                        picture(corp, body)));
            default -> Optional.empty();
        };
    }

    private Optional<String> picture(String corp, JsonNode body) {
        String media = first(body, "pic_media_id", "thumb_media_id", "media_id", "mediaid");
        String url = first(body, "pic_url", "picurl", "imgUrl");
        return media.isEmpty() || !world.table(Media.class).has(corp + "/" + media)
                ? Optional.of(url).filter(any -> !any.isEmpty())
                : Optional.of(address(corp, media));
    }

    private static String first(JsonNode body, String... fields) {
        return Stream.of(fields)
                .map(field -> body.path(field).asString(""))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }
}
