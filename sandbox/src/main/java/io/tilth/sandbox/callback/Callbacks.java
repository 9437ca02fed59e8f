package io.tilth.sandbox.callback;

import io.tilth.sandbox.Platform;
import io.tilth.sandbox.Switches;
import io.tilth.sandbox.corp.App;
import io.tilth.sandbox.corp.App.CallbackAddress;
import io.tilth.sandbox.corp.Member;
import io.tilth.sandbox.corp.Visibility;
import io.tilth.sandbox.fault.Fault;
import io.tilth.sandbox.provider.Disguise;
import io.tilth.sandbox.world.Change;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/** Tells apps what happened. */
public final class Callbacks implements AutoCloseable {
    private static final String APP = "app";

    private final Map<String, Function<String, Optional<Destination>>> ways = new ConcurrentHashMap<>();
    private final AtomicLong last = new AtomicLong(System.currentTimeMillis() * 1_000);
    private final DeliveryLog log = new DeliveryLog();
    private final Platform platform;
    private final Visibility visibility;
    private final Courier courier;

    public Callbacks(Platform platform) {
        this.platform = platform;
        this.visibility = new Visibility(platform.world());
        this.courier = new Courier(platform, log, this::destination);
        way(APP, this::ofApp);
        platform.world().watch(this::take);
    }

    /** How to find the address behind {@code kind:name}. */
    public void way(String kind, Function<String, Optional<Destination>> way) {
        ways.put(kind, way);
    }

    /** Tells every app of the company that sees the member and wants such news; each gets its own copy. */
    public void say(Change change, String corp, Event event) {
        say(change, corp, event, platform.clock().instant());
    }

    /** The same of something whose moment is known: whoever is told of it again hears of the same second. */
    public void say(Change change, String corp, Event event, Instant at) {
        platform.world()
                .table(App.class)
                .under(corp + "/")
                .filter(app -> isTold(app, event))
                .forEach(app -> {
                    String sender = event.name().equals("kf_msg_or_event") ? "" : "sys";
                    say(change, app, event, sender, at.getEpochSecond());
                });
        tellSuites(change, corp, event);
    }

    /** Tells the company's own apps of what happened earlier, as if they had not been told then. */
    public void recall(Change change, String corp, Event event, Instant at) {
        platform.world()
                .table(App.class)
                .under(corp + "/")
                .filter(app -> isTold(app, event))
                .forEach(app -> say(change, app, event, "sys", at.getEpochSecond()));
    }

    /** Tells this app alone, whatever it ticked. */
    public void say(Change change, App app, Event event, String sender) {
        say(change, app, event, sender, platform.clock().seconds());
    }

    private void say(Change change, App app, Event event, String sender, long seconds) {
        var seen = Disguise.of(platform.world(), app).outward(event);
        send(change, APP + ":" + app.key(), app.corp(), event, seen.toXml(app.corp(), sender, seconds));
    }

    /** The same for what the API itself has written: the platform says nothing then, unless switched otherwise. */
    public void echo(Change change, String corp, Event event) {
        if (platform.switches().is(Switches.CALLBACKS_ON_WRITES)) {
            say(change, corp, event);
        }
    }

    /** Sends a message to any address, with the faults that hold for the company. */
    public void send(Change change, String address, String corp, Event event, String xml) {
        var dice = platform.dice();
        if (dice.hits(Fault.CALLBACK_LOST, corp)) {
            var lost = delivery(address, event, xml, 0, false);
            log.add(new Delivered(lost, Delivered.Outcome.LOST, List.of()));
            return;
        }
        boolean late = dice.hits(Fault.CALLBACK_LATE, corp);
        boolean shuffled = !late && dice.hits(Fault.CALLBACK_SHUFFLED, corp);
        int delay = late ? dice.faults().lateMillis() : shuffled ? 300 : 0;
        change.put(delivery(address, event, xml, delay, late || shuffled));
        if (dice.hits(Fault.CALLBACK_TWICE, corp)) {
            change.put(delivery(address, event, xml, delay, late || shuffled));
        }
    }

    /** Saves where an app wants its callbacks, if the address proves that it can read them; else says what is wrong. */
    public Optional<String> configure(String corp, int agent, CallbackAddress address) {
        var problem = courier.check(destination(corp, agent, address));
        if (problem.isEmpty()) {
            platform.world().change(change -> {
                change.find(App.class, App.key(corp, agent)).ifPresent(app -> change.put(app.with(address)));
                return address;
            });
        }
        return problem;
    }

    /** Whether an address proves that it can read what is sent to it; else what is wrong. */
    public Optional<String> check(Destination destination) {
        return courier.check(destination);
    }

    public DeliveryLog log() {
        return log;
    }

    /** How many have still to be told. */
    public int pending() {
        return platform.world().table(Delivery.class).size();
    }

    /** How many are under way to one address at the same time, and how long until an unanswered one is sent again. */
    public void set(int lanesPerAddress, Duration pause) {
        courier.set(lanesPerAddress, pause);
    }

    /** Takes up what an earlier run left. */
    public void resume() {
        platform.world().table(Delivery.class).all().forEach(courier::take);
    }

    @Override
    public void close() {
        courier.close();
    }

    private void take(Change change) {
        change.steps().forEach((name, thing) -> {
            if (name.kind() == Delivery.class) {
                thing.map(Delivery.class::cast).ifPresent(courier::take);
            }
        });
    }

    /** What the company's suites hear, on their address for orders. */
    private void tellSuites(Change change, String corp, Event event) {
        platform.world()
                .table(App.class)
                .under(corp + "/")
                .filter(app -> app.kind() == App.Kind.SUITE && sees(app, event))
                .forEach(app -> {
                    var seen = Disguise.of(platform.world(), app).outward(event);
                    String xml =
                            seen.toSuiteXml(app.suite(), corp, platform.clock().seconds());
                    send(change, "suite:" + app.suite(), corp, event, xml);
                });
    }

    private boolean isTold(App app, Event event) {
        return app.callback().filter(address -> address.wants(event.name())).isPresent() && sees(app, event);
    }

    private boolean sees(App app, Event event) {
        return event.member().isEmpty()
                || platform.world()
                        .find(Member.class, Member.key(app.corp(), event.member()))
                        .filter(member -> visibility.sees(app, member))
                        .isPresent();
    }

    private Delivery delivery(String address, Event event, String xml, int delay, boolean late) {
        var notBefore = delay == 0 ? Instant.EPOCH : Instant.now().plusMillis(delay);
        return new Delivery(
                last.incrementAndGet(),
                address,
                event.name(),
                event.subject(),
                xml,
                platform.clock().instant(),
                notBefore,
                late);
    }

    private Optional<Destination> destination(String address) {
        int colon = address.indexOf(':');
        return Optional.ofNullable(ways.get(address.substring(0, colon)))
                .flatMap(way -> way.apply(address.substring(colon + 1)));
    }

    private Optional<Destination> ofApp(String key) {
        return platform.world()
                .find(App.class, key)
                .flatMap(app -> app.callback().map(address -> destination(app.corp(), app.agent(), address)));
    }

    private static Destination destination(String corp, int agent, CallbackAddress address) {
        return new Destination(address.url(), address.token(), address.aesKey(), corp, Integer.toString(agent));
    }
}
