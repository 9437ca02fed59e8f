package io.tilth.drill.check;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.tilth.drill.check.Finding.Count;
import io.tilth.drill.check.Kept.Friend;
import io.tilth.drill.check.Kept.Welcome;
import io.tilth.drill.check.Told.Scan;
import io.tilth.drill.check.Told.View;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * Compares what was acknowledged, what is kept and what WeCom saw. Whatever was not acknowledged may have happened or
 * not, but never twice, and never to somebody else.
 */
public record Checker(Told told, Kept kept, Seen seen) {

    public List<Finding> findings() {
        return List.of(beats(), callbacks(), friends(), welcomes(), alerts(), messages(), deeds(), answers());
    }

    private Finding beats() {
        var count = new Count();
        told.acknowledged().forEach(beat -> {
            count.promise();
            count.once(true, kept.beats().getOrDefault(beat, 0), beat.toString());
        });
        kept.beats().forEach((beat, times) -> {
            if (!told.beats().contains(beat)) {
                count.misdelivered("nobody told " + beat);
            } else if (!told.acknowledged().contains(beat)) {
                count.once(false, times, beat.toString());
            }
        });
        return count.finding(
                "beats of reading", told.beats().size() - told.acknowledged().size() + " unanswered");
    }

    /** What came twice is one callback, however it came. */
    private Finding callbacks() {
        var count = new Count();
        var rows = kept.callbacks().stream().collect(groupingBy(Kept.Callback::text));
        var said = seen.callbacks().stream().collect(groupingBy(Seen.Callback::text));
        said.forEach((text, times) -> {
            boolean acknowledged = times.stream().anyMatch(Seen.Callback::acknowledged);
            var found = rows.getOrDefault(text, List.of());
            if (acknowledged) {
                count.promise();
            }
            count.once(acknowledged, found.size(), text);
            found.stream().filter(row -> !row.done()).forEach(row -> count.lost("not worked off: " + text));
            found.stream()
                    .filter(row -> !row.corp().equals(times.getFirst().corp()))
                    .forEach(row -> count.misdelivered(text + " at " + row.corp()));
        });
        rows.keySet().stream()
                .filter(text -> !said.containsKey(text))
                .forEach(text -> count.misdelivered("WeCom never said " + text));
        long refused = said.values().stream()
                .filter(times -> times.stream().noneMatch(Seen.Callback::acknowledged))
                .count();
        return count.finding("callbacks", refused + " never acknowledged");
    }

    /** One customer, one friendship, one line of its beginning, one arrival by the code. */
    private Finding friends() {
        var count = new Count();
        var rows = kept.friends().stream().collect(groupingBy(Friend::friendship));
        var scans = told.scansByExternal();
        var heard = heard();
        for (var scan : told.scans()) {
            boolean promised = heard.contains(scan.external());
            var found = rows.getOrDefault(scan.friendship(), List.of());
            if (promised) {
                count.promise();
            }
            count.once(promised, found.size(), scan.name());
            found.forEach(friend -> {
                count.once(promised, friend.begun(), scan.name() + ": its beginning in the timeline");
                count.once(promised, friend.arrivals(), scan.name() + ": its arrival by the code");
            });
        }
        var meant = scans.values().stream().map(Scan::friendship).collect(toSet());
        rows.keySet().stream().filter(one -> !meant.contains(one)).forEach(count::misdelivered);
        return count.finding("customers of scans", told.scans().size() + " scans");
    }

    private Finding welcomes() {
        var count = new Count();
        var rows = kept.welcomes().stream().collect(groupingBy(Welcome::friendship));
        var heard = heard();
        for (var scan : told.scans()) {
            boolean promised = heard.contains(scan.external());
            var found = rows.getOrDefault(scan.friendship(), List.of());
            int greetings = seen.greetings().getOrDefault(scan.friendship(), 0);
            if (promised) {
                count.promise();
            }
            count.once(promised, found.size(), scan.name() + ": its record");
            count.once(false, greetings, scan.name() + ": greeted");
            found.forEach(welcome -> judge(welcome, greetings, scan, count));
        }
        var meant = told.scans().stream().map(Scan::friendship).collect(toSet());
        seen.greetings().keySet().stream()
                .filter(chat -> !meant.contains(chat))
                .forEach(chat -> count.misdelivered("greeted " + chat));
        return count.finding("welcome messages", missed());
    }

    private static void judge(Welcome welcome, int greetings, Scan scan, Count count) {
        switch (welcome.state()) {
            case "SENT" -> count.once(true, greetings, scan.name() + ": said to be sent");
            case "MISSED" -> {
                if (greetings > 0) {
                    count.misdelivered(scan.name() + ": said to be missed (" + welcome.reason() + "), but was sent");
                } else if (welcome.reason().isEmpty()) {
                    count.lost(scan.name() + ": missed, and nobody says why");
                }
            }
            default -> count.lost(scan.name() + ": still " + welcome.state());
        }
    }

    private String missed() {
        var reasons = kept.welcomes().stream()
                .filter(welcome -> welcome.state().equals("MISSED"))
                .collect(groupingBy(Welcome::reason, counting()));
        return reasons.isEmpty() ? "none missed" : "missed, with the reason: " + reasons;
    }

    /** Scans of which the server was told and said that it knows. */
    private Set<String> heard() {
        return seen.callbacks().stream()
                .filter(callback -> callback.acknowledged() && callback.isAdd())
                .map(Seen.Callback::external)
                .collect(toSet());
    }

    private Finding alerts() {
        var count = new Count();
        var rows = kept.alerts().stream().collect(groupingBy(Kept.Alert::customer));
        var read = told.seenShares();
        var views = told.views().stream().collect(toMap(View::customer, view -> view));
        views.forEach((customer, view) -> {
            boolean promised = read.contains(view.share());
            var found = rows.getOrDefault(customer, List.of());
            if (promised) {
                count.promise();
            }
            count.once(promised, found.size(), "about " + customer);
            found.forEach(alert -> {
                count.once(true, alert.notices(), "in the list of " + alert.owner() + ": " + customer);
                if (!alert.owner().equals(view.user()) || !alert.corp().equals(view.corp())) {
                    count.misdelivered("about " + customer + " to " + alert.owner() + " of " + alert.corp());
                }
            });
        });
        rows.keySet().stream()
                .filter(customer -> !views.containsKey(customer))
                .forEach(customer -> count.misdelivered("about " + customer + ", who read nothing"));
        return count.finding("alerts", told.views().size() + " quotes opened");
    }

    /** Several alerts may come as one message that names none; one that names an alert comes once, to who has it. */
    private Finding messages() {
        var count = new Count();
        var holders = kept.alerts().stream().collect(toMap(Kept.Alert::id, Kept.Alert::holders, (one, same) -> one));
        seen.messages().stream().distinct().forEach(message -> {
            count.promise();
            var what = "about the alert " + message.alert() + " to " + message.user();
            count.once(true, Collections.frequency(seen.messages(), message), what);
            if (!holders.getOrDefault(message.alert(), List.of(message.user())).contains(message.user())) {
                count.misdelivered(what);
            }
        });
        return count.finding("messages on phones", "");
    }

    private Finding deeds() {
        var count = new Count();
        var rows = kept.deeds().stream().collect(toMap(Kept.Deed::name, deed -> deed));
        for (var deed : told.deeds()) {
            if (deed.acknowledged()) {
                count.promise();
            }
            var found = rows.getOrDefault(deed.name(), new Kept.Deed(deed.name(), 0, 0));
            count.once(deed.acknowledged(), found.rows(), deed.name());
            if (found.audits() < found.rows()) {
                count.lost("the line about " + deed.name());
            } else if (found.audits() > found.rows()) {
                count.duplicated("the line about " + deed.name());
            }
        }
        return count.finding("deeds and their audit lines", told.deeds().size() + " tried");
    }

    private Finding answers() {
        var count = new Count();
        told.surprises().forEach(count::misdelivered);
        return count.finding("answers nobody should get", "");
    }
}
