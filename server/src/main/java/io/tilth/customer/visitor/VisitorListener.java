package io.tilth.customer.visitor;

import io.tilth.customer.CustomersJoined;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

@Component
class VisitorListener {

    private final VisitorService visitors;

    VisitorListener(VisitorService visitors) {
        this.visitors = visitors;
    }

    /** Within the transaction that joins them. */
    @EventListener
    void on(CustomersJoined joined) {
        visitors.move(joined.gone(), joined.into());
    }
}
