package io.tilth.automation.today;

import io.tilth.customer.CustomersJoined;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

@Component
class TodayListener {

    private final TodayService today;

    TodayListener(TodayService today) {
        this.today = today;
    }

    /** Within the transaction that joins them. */
    @EventListener
    void on(CustomersJoined joined) {
        today.join(joined.gone(), joined.into());
    }
}
