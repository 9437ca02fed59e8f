package io.tilth.drill.check;

import io.tilth.sandbox.Sandbox;
import io.tilth.sandbox.callback.Delivered;
import io.tilth.sandbox.chat.ChatMessage;
import io.tilth.sandbox.message.AppMessage;
import io.tilth.sandbox.message.Delivery;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes the third ledger: listens to WeCom's callbacks, and looks at its chats and phones in the end. */
public final class Watch {

    private static final Pattern ALERT = Pattern.compile("/w/alerts/([0-9a-f-]{36})");

    private final Sandbox sandbox;
    private final Queue<Delivered> delivered = new ConcurrentLinkedQueue<>();

    public Watch(Sandbox sandbox) {
        this.sandbox = sandbox;
        sandbox.callbacks().log().watch(delivered::add);
    }

    /** What WeCom saw of those of whom the first ledger speaks. */
    public Seen about(Told told) {
        var externals = told.scansByExternal().keySet();
        return new Seen(callbacks(externals), greetings(told.scans()), messages());
    }

    private List<Seen.Callback> callbacks(Set<String> externals) {
        return delivered.stream()
                .filter(one -> one.delivery().address().startsWith("app:"))
                .flatMap(one -> callback(one, externals))
                .toList();
    }

    private static Stream<Seen.Callback> callback(Delivered one, Set<String> externals) {
        var words = Words.of(one.delivery().xml());
        var external = words.getOrDefault("ExternalUserID", "");
        if (!externals.contains(external)) {
            return Stream.empty();
        }
        boolean acknowledged = one.tries().stream().anyMatch(attempt -> attempt.status() == 200);
        return Stream.of(
                new Seen.Callback(words.getOrDefault("ToUserName", ""), Words.callback(words), external, acknowledged));
    }

    /** The text is what makes a greeting; its pieces come as messages of their own. */
    private Map<String, Integer> greetings(Collection<Told.Scan> scans) {
        var greetings = new HashMap<String, Integer>();
        var corps = scans.stream().map(Told.Scan::corp).collect(Collectors.toSet());
        var externals = scans.stream().map(Told.Scan::external).collect(Collectors.toSet());
        for (var corp : corps) {
            sandbox.world()
                    .table(ChatMessage.class)
                    .under(corp + "/")
                    .filter(message ->
                            message.type().equals("text") && !message.from().isEmpty())
                    .filter(message -> externals.contains(customer(message)))
                    .forEach(message -> greetings.merge(corp + "/" + message.chat(), 1, Integer::sum));
        }
        return greetings;
    }

    private static String customer(ChatMessage message) {
        return message.chat().substring(message.chat().indexOf('/') + 1);
    }

    private List<Seen.Message> messages() {
        return sandbox.world()
                .table(Delivery.class)
                .all()
                .flatMap(this::message)
                .toList();
    }

    private Stream<Seen.Message> message(Delivery delivery) {
        var content = sandbox.world()
                .find(AppMessage.class, delivery.corp() + "/" + delivery.message())
                .map(message -> message.content().toString())
                .orElse("");
        var alert = ALERT.matcher(content);
        return alert.find()
                ? Stream.of(new Seen.Message(alert.group(1), delivery.user().toLowerCase(java.util.Locale.ROOT)))
                : Stream.empty();
    }
}
