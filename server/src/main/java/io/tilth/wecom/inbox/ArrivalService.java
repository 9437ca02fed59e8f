package io.tilth.wecom.inbox;

import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Stores what came in for whichever tenants, all of it or none. */
@Service
@Transactional(timeout = ArrivalWriter.PATIENCE_SECONDS)
class ArrivalService {

    private final ArrivalRepository arrivals;

    ArrivalService(ArrivalRepository arrivals) {
        this.arrivals = arrivals;
    }

    public void store(List<Arrival> batch) {
        // Two writers may hold the same callbacks: in one order, neither waits for the other in a circle.
        var ordered = batch.stream()
                .sorted(Comparator.<Arrival>comparingLong(
                                arrival -> arrival.tenant().value())
                        .thenComparing(Arrival::id))
                .toList();
        arrivals.insert(ordered);
        arrivals.insertDue(batch);
    }
}
