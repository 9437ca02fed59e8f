package io.tilth.acquisition.plan;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import io.tilth.kernel.TenantId;
import io.tilth.kernel.TenantScope;
import java.time.Clock;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Applications of plans that wait for a node to go on with them. */
@Component
class PlanQueue {

    static final TaskDescriptor<Void> TASK = TaskDescriptor.of("apply-code-plan");

    private final ObjectProvider<SchedulerClient> scheduler; // asked for late: the scheduler itself needs the tasks
    private final Clock clock;

    PlanQueue(ObjectProvider<SchedulerClient> scheduler, Clock clock) {
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /** With the current transaction; does nothing when it waits already. */
    void add(UUID run) {
        var order = new RunOrder(TenantScope.current(), run);
        scheduler.getObject().scheduleIfNotExists(TASK.instance(order.text()).scheduledTo(clock.instant()));
    }

    /** Which application of which tenant: the task's own name, so that it needs no further data. */
    record RunOrder(TenantId tenant, UUID run) {

        static RunOrder of(String text) {
            var parts = text.split("/", 2);
            return new RunOrder(TenantId.of(parts[0]), UUID.fromString(parts[1]));
        }

        String text() {
            return tenant.value() + "/" + run;
        }
    }
}
