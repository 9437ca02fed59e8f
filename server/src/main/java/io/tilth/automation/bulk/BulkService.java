package io.tilth.automation.bulk;

import io.tilth.automation.Reminders;
import io.tilth.automation.bulk.BulkController.BulkOrder;
import io.tilth.customer.Stages;
import io.tilth.customer.VisibleCustomers;
import io.tilth.kernel.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class BulkService {

    private final VisibleCustomers customers;
    private final Stages stages;
    private final Reminders reminders;

    BulkService(VisibleCustomers customers, Stages stages, Reminders reminders) {
        this.customers = customers;
        this.stages = stages;
        this.reminders = reminders;
    }

    /** How many it changed. */
    int work(BulkOrder order) {
        var seen = customers.among(order.ids());
        return switch (order.deed()) {
            case STAGE -> {
                var stage = order.stageId();
                if (stage == null
                        || stages.all().stream().noneMatch(one -> one.id().equals(stage))) {
                    throw Refusal.of(Refusal.Kind.BROKEN_RULE, "stage-not-found");
                }
                yield stages.move(seen, stage, "stage.by-hand");
            }
            case REMIND -> {
                var at = order.remindAt();
                if (at == null) {
                    throw Refusal.of(Refusal.Kind.BROKEN_RULE, "today-reminder-out-of-range");
                }
                yield reminders.remind(seen, at);
            }
        };
    }
}
