package io.tilth.tenancy.export;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import io.tilth.kernel.TenantId;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Exports that wait for a node with time for them. */
@Component
class ExportQueue {

    static final TaskDescriptor<Void> TASK = TaskDescriptor.of("export-tenant");

    private final ObjectProvider<SchedulerClient> scheduler; // asked for late: the scheduler itself needs the tasks
    private final Clock clock;

    ExportQueue(ObjectProvider<SchedulerClient> scheduler, Clock clock) {
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /** Adds an order with the current transaction; does nothing when it waits already. */
    void add(Order order) {
        scheduler.getObject().scheduleIfNotExists(TASK.instance(order.text()).scheduledTo(clock.instant()));
    }

    /** Which export of which tenant: the task's own name, so that it needs no further data. */
    record Order(TenantId tenant, ExportId export) {

        static Order of(String text) {
            var parts = text.split("/", 2);
            return new Order(TenantId.of(parts[0]), ExportId.of(parts[1]));
        }

        String text() {
            return tenant.value() + "/" + export.value();
        }
    }
}
