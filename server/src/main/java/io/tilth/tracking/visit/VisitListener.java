package io.tilth.tracking.visit;

import io.tilth.customer.CustomersJoined;
import io.tilth.customer.VisitorsKnown;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

@Component
class VisitListener {

    private final VisitService visits;

    VisitListener(VisitService visits) {
        this.visits = visits;
    }

    /** Within the transaction that finds it out: what was read before has a name from then on. */
    @EventListener
    void on(VisitorsKnown known) {
        visits.correct(known.visitors(), known.customer());
    }

    /** Within the transaction that joins them. */
    @EventListener
    void on(CustomersJoined joined) {
        visits.move(joined.gone(), joined.into());
    }
}
