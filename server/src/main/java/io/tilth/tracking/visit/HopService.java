package io.tilth.tracking.visit;

import io.tilth.customer.Visitors;
import io.tilth.customer.Visitors.Visitor;
import io.tilth.tracking.ShareId;
import io.tilth.tracking.VisitId;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where a visitor stands when they come to a share. */
@Service
@Transactional
class HopService {

    /** A device that comes back within so much time goes on with the visit it had. */
    private static final Duration SAME_VISIT = Duration.ofSeconds(30);

    private final HopRepository hops;
    private final VisitRepository visits;
    private final Visitors visitors;
    private final Clock clock;

    HopService(HopRepository hops, VisitRepository visits, Visitors visitors, Clock clock) {
        this.hops = hops;
        this.visits = visits;
        this.visitors = visitors;
        this.clock = clock;
    }

    /** @param came the token of the address by which the visitor comes; empty when by the share's own */
    Stand stand(ShareId share, Optional<String> key, String came) {
        var known = key.flatMap(visitors::ofKey);
        var newKey = known.isPresent() ? key.orElseThrow() : Device.newKey();
        var visitor = known.orElseGet(() -> visitors.meet(newKey));
        var hop = hops.of(share, visitor.id()).orElseGet(() -> make(share, visitor, came));
        return new Stand(visitor, newKey, known.isPresent(), hop, hop.token().equals(came));
    }

    private Hop make(ShareId share, Visitor visitor, String came) {
        Optional<UUID> via =
                came.isEmpty() ? Optional.empty() : hops.ofToken(share, came).map(Hop::id);
        hops.insert(Hop.next(share, visitor.id(), via), clock.instant());
        return hops.of(share, visitor.id()).orElseThrow(); // another request of the same device may have been first
    }

    Optional<Visitor> visitor(Optional<String> key) {
        return key.flatMap(visitors::ofKey);
    }

    @Transactional(readOnly = true)
    BeatToken token(Hop hop) {
        var now = clock.instant();
        var visit =
                visits.recent(hop.share(), hop.visitor(), now.minus(SAME_VISIT)).orElseGet(VisitId::next);
        return new BeatToken(visit, hop.share(), hop.id(), hop.visitor(), now);
    }

    /**
     * @param recognised whether the device had a key that we know, so its cookies work
     * @param own whether it comes by the visitor's own address
     */
    record Stand(Visitor visitor, String key, boolean recognised, Hop hop, boolean own) {}
}
