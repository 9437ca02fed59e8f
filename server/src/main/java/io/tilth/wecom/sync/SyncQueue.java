package io.tilth.wecom.sync;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import io.tilth.kernel.AfterCommit;
import io.tilth.kernel.TenantId;
import java.time.Clock;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Runs that wait for a node with time for them. */
@Component
class SyncQueue {

    static final TaskDescriptor<Void> TASK = TaskDescriptor.of("sync-company");

    private final ObjectProvider<Scheduler> scheduler; // asked for late: the scheduler itself needs the tasks
    private final Clock clock;

    SyncQueue(ObjectProvider<Scheduler> scheduler, Clock clock) {
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /** Adds an order with the current transaction; does nothing when it waits already. */
    void add(Order order) {
        scheduler.getObject().scheduleIfNotExists(TASK.instance(order.text()).scheduledTo(clock.instant()));
        AfterCommit.run(() -> scheduler.getObject().triggerCheckForDueExecutions());
    }

    /** Which run of which tenant: the task's own name, so that it needs no further data. */
    record Order(TenantId tenant, UUID run) {

        static Order of(String text) {
            var parts = text.split("/", 2);
            return new Order(TenantId.of(parts[0]), UUID.fromString(parts[1]));
        }

        String text() {
            return tenant.value() + "/" + run;
        }
    }
}
