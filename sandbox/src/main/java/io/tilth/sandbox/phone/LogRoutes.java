package io.tilth.sandbox.phone;

import io.javalin.config.RoutesConfig;
import io.tilth.sandbox.Platform;
import io.tilth.sandbox.api.CallLog;
import io.tilth.sandbox.callback.Delivered;
import io.tilth.sandbox.callback.Delivered.Outcome;
import io.tilth.sandbox.callback.Delivery;
import io.tilth.sandbox.corp.App;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What passes between the platform and the apps. */
final class LogRoutes {
    private static final int SHOWN = 200;
    private static final int PASSING = 24;
    private static final Pattern CHANGE_TYPE = Pattern.compile("<ChangeType><!\\[CDATA\\[(\\w+)]]>");

    private final Platform platform;

    LogRoutes(Platform platform) {
        this.platform = platform;
    }

    void serve(RoutesConfig http, Web web) {
        http.get(Phone.ROOT + "/passing", web.read(context -> passing()));
        http.get(
                Phone.ROOT + "/console/deliveries",
                web.read(context -> deliveries(SHOWN).toList()));
        http.get(Phone.ROOT + "/console/calls", web.read(context -> calls()));
    }

    /** The newest of both kinds. */
    private List<Passing> passing() {
        var out = deliveries(PASSING)
                .map(one -> new Passing(
                        "o" + one.id(), one.at(), "OUT", one.event(), one.app(), one.state(), one.answer()));
        var in = platform.calls().newest(PASSING).stream()
                .map(one -> new Passing(
                        "i" + one.id(),
                        one.at(),
                        "IN",
                        shortened(one.path()),
                        app(one.app()),
                        one.code() == 0 ? "GOOD" : "BAD",
                        one.code() == 0 ? "ok" : Integer.toString(one.code())));
        return Stream.concat(out, in)
                .sorted(Comparator.comparing(Passing::at).reversed())
                .limit(PASSING)
                .toList();
    }

    private List<Call> calls() {
        return platform.calls().newest(SHOWN).stream().map(this::call).toList();
    }

    private Call call(CallLog.Entry entry) {
        return new Call(
                Long.toString(entry.id()),
                entry.at(),
                app(entry.app()),
                entry.path(),
                entry.code(),
                entry.message(),
                entry.millis());
    }

    /** Those on their way, then those that have arrived or failed. */
    private Stream<Sent> deliveries(int most) {
        var underWay =
                platform.world().table(Delivery.class).all().limit(most).map(one -> sent(one, "WAITING", List.of()));
        var done = platform.callbacks().log().newest(most).stream()
                .map(one -> sent(one.delivery(), state(one), tries(one)));
        return Stream.concat(underWay, done)
                .sorted(Comparator.comparing(Sent::at).reversed())
                .limit(most);
    }

    private Sent sent(Delivery delivery, String state, List<Try> tries) {
        String answer = tries.isEmpty() ? "" : tries.getLast().answer();
        return new Sent(
                Long.toString(delivery.id()),
                delivery.at(),
                app(delivery.address().replaceFirst("^app:", "")),
                event(delivery),
                state,
                tries,
                answer,
                delivery.xml());
    }

    private static String event(Delivery delivery) {
        var change = CHANGE_TYPE.matcher(delivery.xml());
        return change.find() ? change.group(1) : delivery.event();
    }

    private static String state(Delivered one) {
        return one.outcome() == Outcome.DELIVERED ? "GOOD" : "BAD";
    }

    private static List<Try> tries(Delivered one) {
        if (one.tries().isEmpty()) {
            return List.of(new Try(one.delivery().at(), 0, one.outcome() == Outcome.LOST ? "丢失（故障）" : "没有回调地址"));
        }
        return one.tries().stream()
                .map(attempt -> new Try(
                        attempt.at(),
                        attempt.millis(),
                        attempt.status() == 0 ? attempt.problem() : "HTTP " + attempt.status()))
                .toList();
    }

    private String app(String key) {
        return platform.world().find(App.class, key).map(App::name).orElse(key);
    }

    private static String shortened(String path) {
        return path.replaceFirst("^/cgi-bin/(externalcontact/)?", "");
    }

    /** In the middle of the table. */
    record Passing(String id, Instant at, String way, String name, String app, String state, String answer) {}

    record Sent(
            String id,
            Instant at,
            String app,
            String event,
            String state,
            List<Try> tries,
            String answer,
            String body) {}

    record Try(Instant at, long millis, String answer) {}

    record Call(String id, Instant at, String app, String path, int code, String message, long millis) {}
}
