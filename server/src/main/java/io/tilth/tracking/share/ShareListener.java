package io.tilth.tracking.share;

import io.tilth.customer.CustomersJoined;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

@Component
class ShareListener {

    private final ShareRepository shares;
    private final ParkedRepository parked;

    ShareListener(ShareRepository shares, ParkedRepository parked) {
        this.shares = shares;
        this.parked = parked;
    }

    /** Within the transaction that joins them. */
    @EventListener
    void on(CustomersJoined joined) {
        shares.move(joined.gone(), joined.into());
        parked.move(joined.gone(), joined.into());
    }
}
