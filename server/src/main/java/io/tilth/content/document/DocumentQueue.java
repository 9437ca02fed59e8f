package io.tilth.content.document;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import io.tilth.content.FileId;
import io.tilth.kernel.TenantId;
import io.tilth.kernel.TenantScope;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Documents that wait for a node to make their page pictures. */
@Component
class DocumentQueue {

    static final TaskDescriptor<Void> TASK = TaskDescriptor.of("render-document");

    private final ObjectProvider<SchedulerClient> scheduler; // asked for late: the scheduler itself needs the tasks
    private final Clock clock;

    DocumentQueue(ObjectProvider<SchedulerClient> scheduler, Clock clock) {
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /** With the current transaction; does nothing when it waits already. */
    void add(FileId file) {
        var order = new Order(TenantScope.current(), file);
        scheduler.getObject().scheduleIfNotExists(TASK.instance(order.text()).scheduledTo(clock.instant()));
    }

    /** Which document of which tenant: the task's own name, so that it needs no further data. */
    record Order(TenantId tenant, FileId file) {

        static Order of(String text) {
            var parts = text.split("/", 2);
            return new Order(TenantId.of(parts[0]), FileId.of(parts[1]));
        }

        String text() {
            return tenant.value() + "/" + file.value();
        }
    }
}
