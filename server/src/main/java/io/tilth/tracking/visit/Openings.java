package io.tilth.tracking.visit;

import io.tilth.customer.CustomerId;
import io.tilth.customer.VisitorId;
import io.tilth.tracking.Certainty;
import io.tilth.tracking.ShareId;
import io.tilth.tracking.Shares.Way;
import io.tilth.tracking.VisitId;
import io.tilth.tracking.visit.VisitService.Matter;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Begins visits: who reads, by whose hand it came to them, and when they last did. */
@Component
class Openings {

    private final OpeningRepository openings;
    private final HopRepository hops;

    Openings(OpeningRepository openings, HopRepository hops) {
        this.openings = openings;
        this.hops = hops;
    }

    Map<VisitId, Visit> open(Collection<Matter> matters, Instant now) {
        if (matters.isEmpty()) {
            return Map.of();
        }
        var ways = hops
                .findAll(matters.stream().map(matter -> matter.due().hop()).collect(Collectors.toSet()))
                .stream()
                .collect(Collectors.toMap(Hop::id, Function.identity()));
        var first = openings.first(readers(matters));
        var opened = matters.stream()
                .map(matter ->
                        open(matter, Optional.ofNullable(ways.get(matter.due().hop())), first, now))
                .toList();
        var before = openings.lastRead(opened);
        return opened.stream()
                .map(visit -> visit.after(Optional.ofNullable(before.get(visit.id()))))
                .collect(Collectors.toMap(Visit::id, Function.identity()));
    }

    /** Whoever comes first of those who are here at once. */
    private static Map<ShareId, VisitorId> readers(Collection<Matter> matters) {
        var readers = new LinkedHashMap<ShareId, VisitorId>();
        matters.forEach(matter ->
                readers.putIfAbsent(matter.share().id(), matter.visitor().id()));
        return readers;
    }

    private static Visit open(Matter matter, Optional<Hop> hop, Map<ShareId, VisitorId> first, Instant now) {
        var share = matter.share();
        var visitor = matter.visitor().id();
        var via = hop.flatMap(Hop::via);
        var who = who(matter, visitor.equals(first.get(share.id())), via);
        return new Visit(
                matter.due().visit(),
                share.id(),
                share.material(),
                share.sender(),
                visitor,
                matter.due().hop(),
                via,
                who.certainty(),
                who.reader(),
                matter.reading().first(),
                Visit.Progress.of(matter.reading()),
                Set.of(),
                Optional.empty(),
                now,
                Optional.empty());
    }

    /** Only WeChat says for sure. On a link for one person, the first device probably is theirs. */
    private static Who who(Matter matter, boolean first, Optional<UUID> via) {
        var share = matter.share();
        var known = matter.visitor().customer();
        if (known.isPresent()) {
            return new Who(Certainty.SELF, known);
        }
        boolean forOne = share.way() == Way.ONE_TO_ONE || share.way() == Way.WELCOME;
        return forOne && first && via.isEmpty() && share.meant().isPresent()
                ? new Who(Certainty.LIKELY, share.meant())
                : new Who(Certainty.VISITOR, Optional.empty());
    }

    private record Who(Certainty certainty, Optional<CustomerId> reader) {}
}
