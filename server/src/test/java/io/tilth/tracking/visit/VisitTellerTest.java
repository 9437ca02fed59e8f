package io.tilth.tracking.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import io.tilth.content.MaterialId;
import io.tilth.customer.CustomerId;
import io.tilth.customer.Scores;
import io.tilth.customer.Timeline;
import io.tilth.customer.VisitorId;
import io.tilth.customer.Visitors.Visitor;
import io.tilth.directory.MemberId;
import io.tilth.kernel.Ids;
import io.tilth.tracking.Certainty;
import io.tilth.tracking.ShareId;
import io.tilth.tracking.Shares.Sent;
import io.tilth.tracking.Shares.Way;
import io.tilth.tracking.VisitId;
import io.tilth.tracking.VisitMoved;
import io.tilth.tracking.VisitMoved.Deed;
import io.tilth.tracking.visit.DueRepository.Due;
import io.tilth.tracking.visit.Reading.Told;
import io.tilth.tracking.visit.VisitService.Matter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class VisitTellerTest {

    private static final Instant NOW = Instant.parse("2026-11-20T02:00:00Z");

    private final List<Object> told = new ArrayList<>();
    private final VisitTeller teller = new VisitTeller(told::add, mock(Scores.class), mock(Timeline.class));
    private final VisitId id = VisitId.next();
    private final ShareId share = ShareId.next();
    private final MaterialId material = MaterialId.next();
    private final MemberId sender = MemberId.next();
    private final VisitorId visitor = VisitorId.next();

    @Test
    void tellsOfFriendsAlone() {
        var friend = CustomerId.next();

        teller.tell(visit(Certainty.VISITOR, Optional.empty()), Set.of(Deed.OPENED, Deed.STAYED), matter(), NOW);
        teller.tell(visit(Certainty.SELF, Optional.of(friend)), Set.of(Deed.OPENED), matter(), NOW);

        assertThat(told).singleElement().isInstanceOfSatisfying(VisitMoved.class, moved -> {
            assertThat(moved.reader()).contains(friend);
            assertThat(moved.deed()).isEqualTo(Deed.OPENED);
        });
    }

    private Visit visit(Certainty certainty, Optional<CustomerId> reader) {
        return new Visit(
                id,
                share,
                material,
                sender,
                visitor,
                Ids.next(),
                Optional.empty(),
                certainty,
                reader,
                NOW,
                Visit.Progress.of(reading()),
                Set.of(Deed.OPENED),
                Optional.empty(),
                NOW,
                Optional.empty());
    }

    private Matter matter() {
        return new Matter(
                Due.news(id, share, Ids.next(), visitor),
                new Sent(share, "code", material, sender, Optional.empty(), Way.OPEN, NOW),
                new Visitor(visitor, Optional.empty(), Optional.empty(), Optional.empty()),
                Optional.empty(),
                reading());
    }

    private static Reading reading() {
        return Reading.of(List.of(new Told(NOW, Beat.SEEN, 12, 30, Optional.empty(), true)));
    }
}
