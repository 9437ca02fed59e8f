package io.tilth.tracking.visit;

import io.tilth.customer.Visitors.Visitor;
import io.tilth.kernel.Ids;
import io.tilth.kernel.TenantScope;
import io.tilth.tracking.Shares.Sent;
import io.tilth.tracking.VisitId;
import io.tilth.tracking.VisitMoved.Deed;
import io.tilth.tracking.visit.DueRepository.Due;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Takes note of what the server itself saw a reader do; stands or falls with the transaction in which they did it. */
@Service
@Transactional
class DeedService {

    private final DueRepository due;
    private final VisitRepository visits;
    private final HopRepository hops;
    private final Awake awake;
    private final Clock clock;

    DeedService(DueRepository due, VisitRepository visits, HopRepository hops, Awake awake, Clock clock) {
        this.due = due;
        this.visits = visits;
        this.hops = hops;
        this.awake = awake;
        this.clock = clock;
    }

    void note(Sent share, Visitor visitor, Deed deed) {
        kind(deed)
                .ifPresent(kind -> hops.of(share.id(), visitor.id()).ifPresent(hop -> {
                    var visit = visits.newest(share.id(), visitor.id())
                            .map(Visit::id)
                            .orElseGet(VisitId::next);
                    due.tap(visit, Ids.next(), kind);
                    due.add(Map.of(Due.news(visit, share.id(), hop.id(), visitor.id()), clock.instant()));
                    wakeAfterCommit();
                }));
    }

    static Optional<String> kind(Deed deed) {
        return switch (deed) {
            case PHONE_LEFT -> Optional.of("phone");
            case CALL_TAPPED -> Optional.of("call");
            case FIND_ME_TAPPED -> Optional.of("find");
            default -> Optional.empty();
        };
    }

    private void wakeAfterCommit() {
        var tenant = TenantScope.current();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                awake.wake(tenant);
            }
        });
    }
}
