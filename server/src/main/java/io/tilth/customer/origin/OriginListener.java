package io.tilth.customer.origin;

import io.tilth.customer.CustomersJoined;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

@Component
class OriginListener {

    private final OriginService origins;

    OriginListener(OriginService origins) {
        this.origins = origins;
    }

    /** Within the transaction that joins them. */
    @EventListener
    void on(CustomersJoined joined) {
        origins.join(joined.gone(), joined.into());
    }
}
