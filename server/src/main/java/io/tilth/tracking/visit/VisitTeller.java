package io.tilth.tracking.visit;

import io.tilth.content.Materials.Material;
import io.tilth.customer.Scores;
import io.tilth.customer.Timeline;
import io.tilth.tracking.Certainty;
import io.tilth.tracking.Shares.Sent;
import io.tilth.tracking.Shares.Way;
import io.tilth.tracking.VisitMoved;
import io.tilth.tracking.VisitMoved.Deed;
import io.tilth.tracking.visit.VisitService.Matter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Says what became of a visit: to other modules, to the customer's timeline, and to their score. */
@Component
class VisitTeller {

    private static final Duration AGAIN = Duration.ofHours(24);
    private static final double PROBABLY = 0.5;

    private final ApplicationEventPublisher events;
    private final Scores scores;
    private final Timeline timeline;

    VisitTeller(ApplicationEventPublisher events, Scores scores, Timeline timeline) {
        this.events = events;
        this.scores = scores;
        this.timeline = timeline;
    }

    void tell(Visit visit, Set<Deed> fresh, Matter matter, Instant now) {
        if (fresh.isEmpty()) {
            return; // what the timeline shows is brought up to date at the next point that matters
        }
        scores.add(signals(visit, fresh, matter.share(), matter.priced(), now));
        enter(visit, matter.share(), matter.material());
        if (visit.reader().isEmpty()) {
            return; // nobody is told of strangers; most readers are, and their news would stand before that of friends
        }
        var page = matter.reading().longestPage();
        for (var deed : Deed.values()) {
            if (fresh.contains(deed)) {
                events.publishEvent(moved(visit, deed, matter, page, now));
            }
        }
    }

    /** Whoever handed the link on gets the credit for what somebody else read. */
    void handedOn(Visit giver, Visit read, Matter matter, Instant now) {
        events.publishEvent(credit(giver, read, matter, now));
    }

    VisitMoved credit(Visit giver, Visit read, Matter matter, Instant now) {
        giver.reader().ifPresent(customer -> {
            scores.add(List.of(new Scores.Signal(
                    customer,
                    Scores.Kind.FORWARD_READ,
                    Optional.of(read.material().value().toString()),
                    factor(giver.certainty(), matter.share().way()),
                    now,
                    "forward:" + read.id().value())));
            var detail = about(giver, matter.share(), matter.material());
            detail.put("seconds", read.progress().seconds());
            timeline.add(List.of(new Timeline.Entry(
                    Timeline.id(now, "forward:" + read.id().value()),
                    customer,
                    "visit.handed-on",
                    Optional.of(giver.sender()),
                    detail)));
        });
        return new VisitMoved(
                giver.id(),
                giver.share(),
                giver.material(),
                matter.priced(),
                matter.share().way(),
                giver.sender(),
                giver.visitor(),
                giver.reader(),
                giver.certainty(),
                Deed.FORWARD_READ,
                read.progress().seconds(),
                read.progress().percent(),
                Optional.empty(),
                giver.quietDays(),
                giver.via().isPresent(),
                now);
    }

    /** As {@link #tell} of a visit that is over, but without saying it to anybody. */
    List<VisitMoved> remember(Visit visit, Matter matter) {
        var at = visit.progress().lastAt();
        correct(visit, matter.share(), matter.material(), at);
        var page = matter.reading().longestPage();
        return visit.told().stream()
                .filter(deed -> deed != Deed.FORWARD_READ)
                .sorted()
                .map(deed -> moved(visit, deed, matter, page, deed == Deed.OPENED ? visit.openedAt() : at))
                .toList();
    }

    /** The same signals and the same row, now of whom they are; nobody is alerted about what is long past. */
    void correct(Visit visit, Sent share, Optional<Material> material, Instant now) {
        var priced = material.map(Material::priced).orElse(false);
        scores.add(signals(visit, visit.told(), share, priced, now));
        enter(visit, share, material);
    }

    private static VisitMoved moved(Visit visit, Deed deed, Matter matter, Optional<Integer> page, Instant now) {
        return new VisitMoved(
                visit.id(),
                visit.share(),
                visit.material(),
                matter.priced(),
                matter.share().way(),
                visit.sender(),
                visit.visitor(),
                visit.reader(),
                visit.certainty(),
                deed,
                visit.progress().seconds(),
                visit.progress().percent(),
                page,
                visit.quietDays(),
                visit.via().isPresent(),
                now);
    }

    private static List<Scores.Signal> signals(Visit visit, Set<Deed> deeds, Sent share, boolean priced, Instant now) {
        var signals = new ArrayList<Scores.Signal>();
        visit.reader().ifPresent(customer -> {
            for (var deed : deeds) {
                for (var kind : kinds(deed, priced, isAgain(visit))) {
                    signals.add(new Scores.Signal(
                            customer,
                            kind,
                            Optional.of(visit.material().value().toString()),
                            factor(visit.certainty(), share.way()),
                            at(visit, deed, now),
                            "visit:" + visit.id().value() + ":" + kind));
                }
            }
        });
        return signals;
    }

    /** When it was done, as near as is known: what is told later must not look fresher than it is. */
    private static Instant at(Visit visit, Deed deed, Instant now) {
        var last = visit.progress().lastAt();
        return deed == Deed.OPENED ? visit.openedAt() : last.isAfter(now) ? now : last;
    }

    private static boolean isAgain(Visit visit) {
        return visit.beforeAt()
                .filter(before -> Duration.between(before, visit.openedAt()).compareTo(AGAIN) >= 0)
                .isPresent();
    }

    private static List<Scores.Kind> kinds(Deed deed, boolean priced, boolean again) {
        var opened = priced ? Scores.Kind.PRICE_OPENED : Scores.Kind.OPENED;
        return switch (deed) {
            case OPENED -> again ? List.of(opened, Scores.Kind.OPENED_AGAIN) : List.of(opened);
            case READ -> List.of(Scores.Kind.READ);
            case READ_LONG -> List.of(Scores.Kind.READ_LONG);
            case PAGE_STUDIED -> List.of(Scores.Kind.PRICE_READ_LONG);
            case CALL_TAPPED, FIND_ME_TAPPED -> List.of(Scores.Kind.CONTACT_TAPPED);
            case PHONE_LEFT -> List.of(Scores.Kind.PHONE_LEFT);
            case STAYED, FORWARD_READ, ENDED -> List.of();
        };
    }

    private static double factor(Certainty certainty, Way way) {
        double sure = certainty == Certainty.LIKELY ? PROBABLY : 1;
        return sure
                * switch (way) {
                    case ONE_TO_ONE, WELCOME -> 1;
                    case BROADCAST -> 0.5;
                    case MOMENT, GROUP, OPEN -> 0.3;
                };
    }

    /** One row for a visit, brought up to date as it goes on; it says all that the score was counted by. */
    private void enter(Visit visit, Sent share, Optional<Material> material) {
        visit.reader().ifPresent(customer -> {
            var detail = about(visit, share, material);
            detail.put("seconds", visit.progress().seconds());
            detail.put("percent", visit.progress().percent());
            detail.put("pages", visit.progress().pages().size());
            detail.put("lastAt", visit.progress().lastAt());
            detail.put("again", isAgain(visit));
            visit.quietDays().ifPresent(days -> detail.put("quietDays", days));
            detail.put("did", visit.told().stream().map(Deed::name).sorted().toList());
            timeline.put(List.of(new Timeline.Entry(
                    Timeline.id(visit.openedAt(), "visit:" + visit.id().value()),
                    customer,
                    "visit.read",
                    Optional.of(visit.sender()),
                    detail)));
        });
    }

    private static Map<String, Object> about(Visit visit, Sent share, Optional<Material> material) {
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("visit", visit.id().value());
        detail.put("share", visit.share().value());
        detail.put("material", visit.material().value());
        detail.put("title", material.map(Material::title).orElse(""));
        detail.put("priced", material.map(Material::priced).orElse(false));
        detail.put("way", share.way());
        detail.put("certainty", visit.certainty());
        return detail;
    }
}
