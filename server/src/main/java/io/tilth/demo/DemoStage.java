package io.tilth.demo;

import io.tilth.content.MaterialId;
import io.tilth.customer.CustomerId;
import io.tilth.customer.Scores;
import io.tilth.customer.StageId;
import io.tilth.customer.Stages;
import io.tilth.customer.Timeline;
import io.tilth.customer.VisitorId;
import io.tilth.customer.Visitors;
import io.tilth.directory.MemberId;
import io.tilth.directory.Rests;
import io.tilth.tracking.AlertId;
import io.tilth.tracking.Past;
import io.tilth.tracking.ShareId;
import io.tilth.tracking.Shares.Way;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Plays what happened, one scene after another. */
class DemoStage {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int KEY_BYTES = 24;

    private final Doors doors;
    private final Map<String, StageId> names = new HashMap<>();
    private final Map<String, ShareId> shares = new HashMap<>();
    private final Map<String, VisitorId> devices = new HashMap<>();
    private final Map<String, AlertId> alerts = new HashMap<>();

    DemoStage(Doors doors) {
        this.doors = doors;
    }

    /** A customer, and the member who looks after them. */
    record Pair(CustomerId customer, MemberId member) {}

    void send(String share, Pair pair, MaterialId material, Way way, Instant at) {
        var meant = way == Way.ONE_TO_ONE ? Optional.of(pair.customer()) : Optional.<CustomerId>empty();
        shares.put(share, doors.sending.sent(share, material, pair.member(), meant, way, at));
    }

    boolean isSent(String share, Instant at) {
        return doors.sending.knows(share, at);
    }

    /** @param reader empty for somebody whom nobody knows */
    void read(String share, String device, Optional<CustomerId> reader, String from, Past.Look look) {
        var to = shares.get(share);
        if (to == null) {
            return; // told on an earlier day that is here already
        }
        var giver = Optional.ofNullable(devices.get(from));
        var news = doors.reading.read(to, device(device, reader), giver, look);
        doors.answering.hear(news).ifPresent(alert -> alerts.put(share, alert));
    }

    void answer(String share, MemberId by, boolean called, Instant at) {
        Optional.ofNullable(alerts.get(share)).ifPresent(alert -> doors.answering.answered(alert, by, called, at));
    }

    /** Nobody came to it: whoever leads the member learns of it. */
    void overdue(String share, MemberId member, Instant at) {
        Optional.ofNullable(alerts.get(share))
                .ifPresent(alert ->
                        doors.rests.manager(member).ifPresent(manager -> doors.answering.overdue(alert, manager, at)));
    }

    /** Somebody who read turns out to be this customer. */
    void know(String device, CustomerId customer) {
        Optional.ofNullable(devices.get(device)).ifPresent(known -> doors.visitors.know(known, customer));
    }

    void move(Pair pair, String stage, Instant at) {
        if (names.isEmpty()) {
            doors.stages.all().forEach(one -> names.put(one.name(), one.id()));
        }
        Optional.ofNullable(names.get(stage))
                .ifPresent(id -> doors.stages.moved(pair.customer(), id, Stages.BY_HAND, pair.member(), at));
    }

    void did(Pair pair, Scores.Kind kind, Instant at) {
        var source = "demo:" + kind + ":" + pair.customer().value() + ":" + at.getEpochSecond();
        doors.scores.add(List.of(new Scores.Signal(pair.customer(), kind, Optional.empty(), 1, at, source)));
        var told = kind == Scores.Kind.BOOKED ? "measuring.booked" : "shop.visited";
        doors.timeline.add(List.of(new Timeline.Entry(
                Timeline.id(at, source), pair.customer(), told, Optional.of(pair.member()), Map.of())));
    }

    private VisitorId device(String name, Optional<CustomerId> reader) {
        return devices.computeIfAbsent(name, any -> {
            var met = doors.visitors.meet(key()).id();
            reader.ifPresent(customer -> doors.visitors.know(met, customer));
            return met;
        });
    }

    private static String key() {
        var bytes = new byte[KEY_BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Where the past is told. */
    @Component
    @Profile("demo")
    record Doors(
            Past.Sending sending,
            Past.Reading reading,
            Past.Answering answering,
            Visitors visitors,
            Stages stages,
            Scores scores,
            Timeline timeline,
            Rests rests) {}
}
