package io.tilth.tracking.alert;

import io.tilth.customer.CustomersJoined;
import io.tilth.tracking.VisitMoved;
import org.springframework.context.event.EventListener;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

@Component
class AlertListener {

    private final AlertService alerts;
    private final AlertDeskService desk;

    AlertListener(AlertService alerts, AlertDeskService desk) {
        this.alerts = alerts;
        this.desk = desk;
    }

    @ApplicationModuleListener
    void on(VisitMoved event) {
        alerts.hear(event);
    }

    /** At once: a moment later one of the two is gone. */
    @EventListener
    void on(CustomersJoined event) {
        desk.join(event.gone(), event.into());
    }
}
