package io.tilth.automation.firstreply;

import io.tilth.customer.CustomersJoined;
import io.tilth.customer.ExternalContactAdded;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

@Component
class FirstReplyListener {

    private final FirstReplyService replies;

    FirstReplyListener(FirstReplyService replies) {
        this.replies = replies;
    }

    /** Within the transaction that begins the friendship: one row, and nothing to hear of again. */
    @EventListener
    void on(ExternalContactAdded added) {
        replies.begin(added);
    }

    /** Within the transaction that joins them. */
    @EventListener
    void on(CustomersJoined joined) {
        replies.join(joined.gone(), joined.into());
    }
}
