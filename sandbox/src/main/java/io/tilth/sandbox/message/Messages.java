package io.tilth.sandbox.message;

import io.tilth.sandbox.Platform;
import io.tilth.sandbox.callback.Event;
import io.tilth.sandbox.callback.Xml;
import io.tilth.sandbox.corp.App;
import io.tilth.sandbox.corp.Member;
import io.tilth.sandbox.world.Change;
import io.tilth.sandbox.world.Index;
import io.tilth.sandbox.world.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** The messages of all apps, and what each member finds on the phone. */
public final class Messages {
    private static final int A_MINUTE = 30;
    private static final int AN_HOUR = 1000;
    private static final Duration RECALLABLE = Duration.ofHours(24);

    private final Platform platform;
    private final Table<Delivery> deliveries;
    private final Index<AppMessage> prints;
    private final Index<Delivery> byMessage;

    public Messages(Platform platform) {
        this.platform = platform;
        this.deliveries = platform.world().table(Delivery.class);
        this.prints = platform.world().table(AppMessage.class).index(message -> message.corp() + message.print());
        this.byMessage = deliveries.index(delivery -> delivery.corp() + "/" + delivery.message());
    }

    /** What the member sees, oldest first; without what was taken back. */
    public Stream<Shown> of(String corp, String user) {
        return deliveries
                .under(Member.key(corp, user) + "/")
                .flatMap(delivery -> find(corp, delivery.message())
                        .filter(message -> !message.recalled())
                        .map(message -> new Shown(delivery, message))
                        .stream());
    }

    public Optional<AppMessage> find(String corp, String id) {
        return platform.world().find(AppMessage.class, corp + "/" + id);
    }

    /**
     * A member presses something on a card; the app that sent it is told, with a code for changing the card once.
     *
     * @param chosen what was selected, by question; empty for a plain button
     */
    public void press(String corp, String user, String message, String key, Map<String, List<String>> chosen) {
        var shown = of(corp, user)
                .filter(found -> found.message().id().equals(message))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("There is no such message on this phone"));
        var card = new Card(shown.content());
        if (!card.offers(key)) {
            throw new IllegalArgumentException("There is no such button on this card");
        }
        platform.world().change(change -> {
            var code = newCode(change, shown.message());
            var app = change.find(App.class, App.key(corp, shown.message().agent()))
                    .orElseThrow();
            platform.callbacks().say(change, app, pressed(card, key, chosen, code), user);
            return code;
        });
    }

    private static Event pressed(Card card, String key, Map<String, List<String>> chosen, CardCode code) {
        var items = chosen.entrySet().stream()
                .map(question -> Xml.element(
                        "SelectedItem",
                        List.of(
                                Xml.text("QuestionKey", question.getKey()),
                                Xml.element(
                                        "OptionIds",
                                        question.getValue().stream()
                                                .map(option -> Xml.text("OptionId", option))
                                                .toList()))))
                .toList();
        var event = Event.of("template_card_event")
                .text("EventKey", key)
                .text("TaskId", card.taskId())
                .text("CardType", card.kind())
                .text("ResponseCode", code.code())
                .number("AgentID", code.agent())
                .about(code.message());
        return items.isEmpty() ? event : event.with(Xml.element("SelectedItems", items));
    }

    /** Puts the message on the member's phone, or silently drops it when the app has sent that member too many. */
    void deliver(Change change, AppMessage message, Member member) {
        if (sentSince(message, member, Duration.ofMinutes(1)) < A_MINUTE
                && sentSince(message, member, Duration.ofHours(1)) < AN_HOUR) {
            var empty = io.tilth.sandbox.api.Json.object();
            change.put(new Delivery(member.corp(), member.id(), message.id(), message.sentAt(), empty));
        }
    }

    boolean wasSentLately(App app, String print, Duration span) {
        var since = platform.clock().instant().minus(span);
        return prints.of(app.corp() + print)
                .anyMatch(message -> message.sentAt().isAfter(since));
    }

    void changeCard(Change change, CardCode code, Member member, ObjectNode card) {
        byMessage
                .of(code.corp() + "/" + code.message())
                .filter(delivery -> delivery.user().equals(member.id()))
                .forEach(delivery -> change.put(delivery.change(card)));
    }

    CardCode newCode(Change change, AppMessage message) {
        var code = new CardCode(
                platform.ids().letters(43),
                message.corp(),
                message.agent(),
                message.id(),
                platform.clock().instant());
        change.put(code);
        return code;
    }

    boolean canRecall(AppMessage message) {
        return platform.clock().instant().isBefore(message.sentAt().plus(RECALLABLE));
    }

    private long sentSince(AppMessage message, Member member, Duration span) {
        String from =
                "%s/%013d".formatted(member.key(), message.sentAt().minus(span).toEpochMilli());
        return deliveries
                .under(member.key() + "/", from)
                .filter(delivery -> find(delivery.corp(), delivery.message())
                        .map(AppMessage::agent)
                        .equals(Optional.of(message.agent())))
                .count();
    }

    /** A message as one member sees it. */
    public record Shown(Delivery delivery, AppMessage message) {

        /** The content, or the card that has taken its place. */
        public ObjectNode content() {
            return delivery.changed().isEmpty() ? message.content() : delivery.changed();
        }

        public Instant at() {
            return delivery.at();
        }
    }
}
