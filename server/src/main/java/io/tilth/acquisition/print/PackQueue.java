package io.tilth.acquisition.print;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import io.tilth.kernel.TenantId;
import io.tilth.kernel.TenantScope;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Print packs that wait for a node with time for them. */
@Component
class PackQueue {

    static final TaskDescriptor<Void> TASK = TaskDescriptor.of("print-pack");

    private final ObjectProvider<SchedulerClient> scheduler; // asked for late: the scheduler itself needs the tasks
    private final Clock clock;

    PackQueue(ObjectProvider<SchedulerClient> scheduler, Clock clock) {
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /** With the current transaction; does nothing when it waits already. */
    void add(PackId pack) {
        var order = new PackOrder(TenantScope.current(), pack);
        scheduler.getObject().scheduleIfNotExists(TASK.instance(order.text()).scheduledTo(clock.instant()));
    }

    /** Which pack of which tenant: the task's own name, so that it needs no further data. */
    record PackOrder(TenantId tenant, PackId pack) {

        static PackOrder of(String text) {
            var parts = text.split("/", 2);
            return new PackOrder(TenantId.of(parts[0]), PackId.of(parts[1]));
        }

        String text() {
            return tenant.value() + "/" + pack.value();
        }
    }
}
