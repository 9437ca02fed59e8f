package io.tilth.customer.inheritance;

import io.tilth.customer.FollowEnded;
import io.tilth.customer.TransferFailed;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

@Component
class InheritanceListener {

    private final InheritanceStepService steps;

    InheritanceListener(InheritanceStepService steps) {
        this.steps = steps;
    }

    @ApplicationModuleListener
    void on(TransferFailed news) {
        steps.hear(news);
    }

    @ApplicationModuleListener
    void on(FollowEnded news) {
        steps.hear(news);
    }
}
