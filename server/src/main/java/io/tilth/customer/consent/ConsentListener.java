package io.tilth.customer.consent;

import io.tilth.customer.CustomersJoined;
import io.tilth.customer.VisitorsKnown;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

@Component
class ConsentListener {

    private final ConsentService consents;

    ConsentListener(ConsentService consents) {
        this.consents = consents;
    }

    @EventListener
    void on(VisitorsKnown known) {
        consents.known(known.visitors(), known.customer());
    }

    /** Within the transaction that joins them. */
    @EventListener
    void on(CustomersJoined joined) {
        consents.joined(joined.gone(), joined.into());
    }
}
