package io.tilth.sandbox.phone;

import io.tilth.sandbox.Platform;
import io.tilth.sandbox.corp.Member;
import io.tilth.sandbox.media.Media;
import io.tilth.sandbox.message.Messages;
import io.tilth.sandbox.phone.Reading.Open;
import io.tilth.sandbox.phone.View.Bond;
import io.tilth.sandbox.phone.View.Face;
import io.tilth.sandbox.phone.View.Kind;
import io.tilth.sandbox.phone.View.Linked;
import io.tilth.sandbox.phone.View.Message;
import io.tilth.sandbox.phone.View.Press;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What apps send to a member: one chat for each app, {@code a:corp:agent}. */
final class Notices {
    private final Platform platform;
    private final Messages messages;

    Notices(Platform platform, Messages messages) {
        this.platform = platform;
        this.messages = messages;
    }

    Stream<Open> of(Member member) {
        var byApp = messages.of(member.corp(), member.id())
                .collect(Collectors.groupingBy(
                        shown -> shown.message().agent(), LinkedHashMap::new, Collectors.toList()));
        return byApp.entrySet().stream().map(app -> open(member, app.getKey(), app.getValue()));
    }

    Open find(Member member, String chat) {
        return of(member)
                .filter(open -> open.id().equals(chat))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("这个应用还没有发过消息"));
    }

    /** The number that the page knows, as the message that the platform knows. */
    String message(Member member, String number) {
        var all = messages.of(member.corp(), member.id()).toList();
        return all.stream()
                .filter(shown -> Long.toString(number(shown, all)).equals(number))
                .findFirst()
                .map(shown -> shown.message().id())
                .orElseThrow(() -> new NoSuchElementException("这条消息已经撤回"));
    }

    private Open open(Member member, int agent, List<Messages.Shown> shown) {
        String id = "a:" + member.corp() + ":" + agent;
        var face = Face.of(id, WeComChats.name(platform, member.corp(), agent), "");
        var all = messages.of(member.corp(), member.id()).toList();
        var said =
                shown.stream().map(one -> message(face, one, number(one, all))).toList();
        return new Open(id, Kind.APP, face, Bond.BOTH, said, List.of(), false);
    }

    /** Grows with time; the place among all of the same moment keeps two apart. */
    private static long number(Messages.Shown shown, List<Messages.Shown> all) {
        return shown.at().toEpochMilli() * 1_000 + all.indexOf(shown) % 1_000;
    }

    private Message message(Face app, Messages.Shown shown, long number) {
        String type = shown.message().type();
        JsonNode body = shown.content();
        return new Message(
                Long.toString(number),
                false,
                false,
                Optional.of(app),
                shown.at(),
                kind(type),
                text(type, body),
                link(shown.message().corp(), type, body),
                presses(body),
                pressed(body));
    }

    private static String kind(String type) {
        return switch (type) {
            case "textcard", "news", "mpnews", "template_card", "miniprogram_notice" -> "CARD";
            case "image" -> "IMAGE";
            case "video" -> "VIDEO";
            case "file", "voice" -> "FILE";
            default -> "TEXT";
        };
    }

    private static String text(String type, JsonNode body) {
        return switch (type) {
            case "textcard" -> body.path("description").asString("").replaceAll("<[^>]*>", "");
            case "news", "mpnews" ->
                body.path("articles").path(0).path("description").asString("");
            case "template_card", "miniprogram_notice" -> lines(body);
            default -> body.path("content").asString("");
        };
    }

    /** The sentences of a card, one below the other. */
    private static String lines(JsonNode card) {
        var lines = new ArrayList<String>();
        lines.add(card.path("main_title")
                .path("desc")
                .asString(card.path("description").asString("")));
        lines.add(card.path("emphasis_content").path("title").asString(""));
        lines.add(card.path("sub_title_text").asString(""));
        pairs(card.path("horizontal_content_list"), "keyname").forEach(lines::add);
        pairs(card.path("content_item"), "key").forEach(lines::add);
        return lines.stream().filter(line -> !line.isEmpty()).collect(Collectors.joining("\n"));
    }

    private static Stream<String> pairs(JsonNode list, String key) {
        return list.valueStream()
                .map(item ->
                        item.path(key).asString("") + "：" + item.path("value").asString(""));
    }

    private Optional<Linked> link(String corp, String type, JsonNode body) {
        return switch (type) {
            case "textcard" ->
                Optional.of(linked(
                        body, body.path("url").asString(""), body.path("btntxt").asString("")));
            case "news", "mpnews" -> {
                var article = body.path("articles").path(0);
                yield Optional.of(linked(article, article.path("url").asString(""), ""));
            }
            case "template_card" ->
                Optional.of(linked(
                        body.path("main_title"),
                        body.path("card_action").path("url").asString(""),
                        ""));
            case "miniprogram_notice" -> Optional.of(linked(body, "", ""));
            case "image" -> picture(corp, body);
            default -> Optional.empty();
        };
    }

    private Optional<Linked> picture(String corp, JsonNode body) {
        String media = body.path("media_id").asString("");
        return platform.world()
                .find(Media.class, corp + "/" + media)
                .map(any -> new Linked("", "", "", Optional.of(Bubbles.address(corp, media))));
    }

    private static Linked linked(JsonNode titled, String url, String text) {
        String picture = titled.path("picurl").asString("");
        return new Linked(
                titled.path("title").asString(""),
                text,
                url,
                Optional.of(picture).filter(any -> !any.isEmpty()));
    }

    private static List<Press> presses(JsonNode card) {
        var buttons = card.path("button_list")
                .valueStream()
                .filter(button -> button.path("type").asInt(0) == 0)
                .map(button -> new Press(
                        button.path("key").asString(""),
                        button.path("text").asString(""),
                        button.path("style").asInt(1)));
        var submit = Stream.of(card.path("submit_button"))
                .filter(button -> button.has("key"))
                .map(button -> new Press(
                        button.path("key").asString(""), button.path("text").asString("提交"), 1));
        return Stream.concat(buttons, submit).toList();
    }

    /** An app that has answered a press puts one dead button with its own words in the place of all. */
    private static Optional<String> pressed(JsonNode card) {
        return Optional.of(card.path("button")
                        .path("replace_name")
                        .asString(card.path("replace_text").asString("")))
                .filter(text -> !text.isEmpty());
    }
}
