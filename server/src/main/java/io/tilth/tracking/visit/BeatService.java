package io.tilth.tracking.visit;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Stores what pages told for whichever tenants, all of it or none. */
@Service
@Transactional(timeout = BeatWriter.PATIENCE_SECONDS)
class BeatService {

    private final BeatRepository beats;
    private final Clock clock;

    BeatService(BeatRepository beats, Clock clock) {
        this.beats = beats;
        this.clock = clock;
    }

    public void store(List<Beat> batch) {
        // Two writers may hold the same beats: in one order, neither waits for the other in a circle.
        var ordered = batch.stream()
                .sorted(Comparator.<Beat>comparingLong(beat -> beat.tenant().value())
                        .thenComparing(Beat::id))
                .toList();
        beats.insert(ordered);
        beats.insertDue(batch, clock.instant());
    }

    void keepMonths() {
        beats.keepMonths();
    }
}
