package io.tilth.customer.stage;

import io.tilth.customer.CustomersJoined;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

@Component
class StageListener {

    private final StageService stages;

    StageListener(StageService stages) {
        this.stages = stages;
    }

    /** Within the transaction that joins them. */
    @EventListener
    void on(CustomersJoined joined) {
        stages.join(joined.gone(), joined.into());
    }
}
