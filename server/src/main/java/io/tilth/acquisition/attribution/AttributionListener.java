package io.tilth.acquisition.attribution;

import io.tilth.customer.ExternalContactAdded;
import io.tilth.customer.FollowEnded;
import org.springframework.context.event.EventListener;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

@Component
class AttributionListener {

    private final AttributionService attribution;

    AttributionListener(AttributionService attribution) {
        this.attribution = attribution;
    }

    /**
     * Within the transaction of the callback: a welcome has 20 seconds, and an event whose node died would be said again
     * only minutes later. The callback itself is taken up within a second.
     */
    @EventListener
    void on(ExternalContactAdded added) {
        attribution.hear(added);
    }

    @ApplicationModuleListener
    void on(FollowEnded ended) {
        attribution.end(ended);
    }
}
