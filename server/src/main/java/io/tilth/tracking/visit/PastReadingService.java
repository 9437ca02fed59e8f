package io.tilth.tracking.visit;

import io.tilth.content.Materials;
import io.tilth.customer.Timeline;
import io.tilth.customer.VisitorId;
import io.tilth.customer.Visitors;
import io.tilth.tracking.Past;
import io.tilth.tracking.ShareId;
import io.tilth.tracking.Shares;
import io.tilth.tracking.VisitId;
import io.tilth.tracking.VisitMoved;
import io.tilth.tracking.visit.DueRepository.Due;
import io.tilth.tracking.visit.VisitService.Matter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes the beats that a page would have told, and the visit of them. */
@Service
@Transactional
class PastReadingService implements Past.Reading {

    private static final int BEAT_SECONDS = 5;

    private final Shares shares;
    private final Visitors visitors;
    private final Materials materials;
    private final HopRepository hops;
    private final DueRepository beats;
    private final VisitService visits;

    PastReadingService(
            Shares shares,
            Visitors visitors,
            Materials materials,
            HopRepository hops,
            DueRepository beats,
            VisitService visits) {
        this.shares = shares;
        this.visitors = visitors;
        this.materials = materials;
        this.hops = hops;
        this.beats = beats;
        this.visits = visits;
    }

    @Override
    public List<VisitMoved> read(ShareId share, VisitorId device, Optional<VisitorId> from, Past.Look look) {
        var sent =
                Optional.ofNullable(shares.findAll(List.of(share)).get(share)).orElseThrow();
        var visitor = Optional.ofNullable(visitors.findAll(List.of(device)).get(device))
                .orElseThrow();
        var hop = hop(share, device, from, look.at());
        var visit = new VisitId(Timeline.id(look.at(), "past-visit/" + share.value() + device.value()));
        beats.remember(visit, beats(visit, look));
        var reading =
                Optional.ofNullable(beats.readings(List.of(visit)).get(visit)).orElseThrow();
        var due = Due.news(visit, share, hop.id(), device);
        return visits.remember(new Matter(due, sent, visitor, materials.find(sent.material()), reading));
    }

    private Hop hop(ShareId share, VisitorId device, Optional<VisitorId> from, Instant at) {
        return hops.of(share, device).orElseGet(() -> {
            var via = from.flatMap(giver -> hops.of(share, giver)).map(Hop::id);
            var made = Hop.next(share, device, via);
            hops.insert(made, at);
            return made;
        });
    }

    private static Map<UUID, Reading.Told> beats(VisitId visit, Past.Look look) {
        var pages = pages(look.pages());
        var told = new LinkedHashMap<UUID, Reading.Told>();
        int number = 0;
        for (int done = 0; done < look.seconds(); done += BEAT_SECONDS) {
            int seconds = Math.min(BEAT_SECONDS, look.seconds() - done);
            int depth = look.percent() * (done + seconds) / look.seconds();
            var at = look.at().plusSeconds(done + seconds);
            var page = pages.isEmpty()
                    ? Optional.<Integer>empty()
                    : Optional.of(pages.get(Math.min(done / BEAT_SECONDS, pages.size() - 1)));
            told.put(id(visit, at, ++number), new Reading.Told(at, Beat.SEEN, seconds, depth, page, true));
        }
        for (var tap : look.taps()) {
            var at = look.at().plusSeconds(look.seconds());
            DeedService.kind(tap)
                    .ifPresent(kind -> told.put(
                            id(visit, at, -tap.ordinal()),
                            new Reading.Told(at, kind, 0, look.percent(), Optional.empty(), true)));
        }
        return told;
    }

    private static UUID id(VisitId visit, Instant at, int number) {
        return Timeline.id(at, "past-beat/" + visit.value() + number);
    }

    /** Which page each beat saw. */
    private static List<Integer> pages(List<Integer> seconds) {
        var seen = new ArrayList<Integer>();
        for (int page = 1; page <= seconds.size(); page++) {
            for (int done = 0; done < seconds.get(page - 1); done += BEAT_SECONDS) {
                seen.add(page);
            }
        }
        return seen;
    }
}
