package io.tilth.customer.inheritance;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import io.tilth.kernel.TenantId;
import io.tilth.kernel.TenantScope;
import java.time.Clock;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Hand-overs that wait for a node to go on with them. */
@Component
class InheritanceQueue {

    static final TaskDescriptor<Void> TASK = TaskDescriptor.of("inherit");

    private final ObjectProvider<SchedulerClient> scheduler; // asked for late: the scheduler itself needs the tasks
    private final Clock clock;

    InheritanceQueue(ObjectProvider<SchedulerClient> scheduler, Clock clock) {
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /** With the current transaction; does nothing when it waits already. */
    void add(UUID inheritance) {
        var order = new Order(TenantScope.current(), inheritance);
        scheduler.getObject().scheduleIfNotExists(TASK.instance(order.text()).scheduledTo(clock.instant()));
    }

    /** Which hand-over of which tenant: the task's own name, so that it needs no further data. */
    record Order(TenantId tenant, UUID inheritance) {

        static Order of(String text) {
            var parts = text.split("/", 2);
            return new Order(TenantId.of(parts[0]), UUID.fromString(parts[1]));
        }

        String text() {
            return tenant.value() + "/" + inheritance;
        }
    }
}
