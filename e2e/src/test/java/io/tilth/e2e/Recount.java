package io.tilth.e2e;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Counts an intent score with pencil and paper: from nothing but what a customer's timeline shows, by the table that
 * companies begin with. A signal repeats within 12 h, a day counts 40 at most, and after 14 days half of it is left.
 */
final class Recount {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Duration REPEATS = Duration.ofHours(12);
    private static final double DAY_CAP = 40;
    private static final double HALF_LIFE = Duration.ofDays(14).toMillis();
    private static final Map<String, Integer> POINTS = Map.ofEntries(
            Map.entry("FRIEND", 8),
            Map.entry("OPENED", 2),
            Map.entry("PRICED", 8),
            Map.entry("READ", 4),
            Map.entry("READ_LONG", 6),
            Map.entry("PAGE_STUDIED", 6),
            Map.entry("AGAIN", 8),
            Map.entry("HANDED_ON", 6),
            Map.entry("CALL_TAPPED", 12),
            Map.entry("FIND_ME_TAPPED", 12),
            Map.entry("PHONE_LEFT", 25),
            Map.entry("BOOKED", 30),
            Map.entry("VISITED", 15));

    /** @param item of which repeats count once, or empty */
    private record Signal(Instant at, String kind, String item, double factor) {

        String theme() {
            return (kind.endsWith("_TAPPED") ? "TAPPED" : kind) + item;
        }
    }

    private final List<Signal> signals = new ArrayList<>();
    private final Map<String, Boolean> friends = new HashMap<>();

    private Recount() {}

    /** @param timeline oldest first, as {@code /api/v1/customers/ID/timeline} tells it */
    static double of(List<JsonNode> timeline, Instant now) {
        var recount = new Recount();
        timeline.forEach(recount::take);
        return recount.sum(now);
    }

    private void take(JsonNode row) {
        var at = Instant.parse(row.path("at").asString());
        var detail = row.path("detail");
        var member = row.at("/member/id").asString("");
        switch (row.path("kind").asString()) {
            case "follow.begun" -> befriend(at, member);
            case "follow.ended" -> friends.put(member, false);
            case "visit.read" -> read(at, detail);
            case "visit.handed-on" -> signals.add(signal(at, "HANDED_ON", detail));
            case "measuring.booked" -> signals.add(new Signal(at, "BOOKED", "", 1));
            case "shop.visited" -> signals.add(new Signal(at, "VISITED", "", 1));
            default -> {}
        }
    }

    private void befriend(Instant at, String member) {
        if (!Boolean.TRUE.equals(friends.put(member, true))) {
            signals.add(new Signal(at, "FRIEND", member, 1));
        }
    }

    private void read(Instant began, JsonNode detail) {
        var lastAt = detail.path("lastAt").isString()
                ? Instant.parse(detail.path("lastAt").asString())
                : began;
        for (var one : detail.path("did")) {
            var deed = one.asString();
            if (deed.equals("OPENED")) {
                signals.add(signal(began, detail.path("priced").asBoolean() ? "PRICED" : deed, detail));
                if (detail.path("again").asBoolean()) {
                    signals.add(signal(began, "AGAIN", detail));
                }
            } else if (POINTS.containsKey(deed)) {
                signals.add(signal(lastAt, deed, detail));
            }
        }
    }

    private static Signal signal(Instant at, String kind, JsonNode detail) {
        double sure = detail.path("certainty").asString("").equals("LIKELY") ? 0.5 : 1;
        double meant = switch (detail.path("way").asString("")) {
            case "ONE_TO_ONE", "WELCOME" -> 1;
            case "BROADCAST" -> 0.5;
            default -> 0.3;
        };
        return new Signal(at, kind, detail.path("material").asString(""), sure * meant);
    }

    private double sum(Instant now) {
        var last = new HashMap<String, Instant>();
        var days = new HashMap<LocalDate, Double>();
        double sum = 0;
        signals.sort(Comparator.comparing(Signal::at));
        for (var one : signals) {
            var before = one.item().isEmpty() ? null : last.get(one.theme());
            if (before != null && one.at().isBefore(before.plus(REPEATS))) {
                continue;
            }
            last.put(one.theme(), one.at());
            var day = one.at().atZone(ZONE).toLocalDate();
            double had = days.getOrDefault(day, 0.0);
            double has = Math.min(DAY_CAP, had + POINTS.getOrDefault(one.kind(), 0) * one.factor());
            days.put(day, has);
            sum += (has - had) * Math.pow(2, -Duration.between(one.at(), now).toMillis() / HALF_LIFE);
        }
        return Math.min(100, sum);
    }
}
