package io.tilth.wecom.provider;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.time.Clock;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Orders that wait for a node with time for them. */
@Component
class OrderQueue {

    static final TaskDescriptor<Void> TASK = TaskDescriptor.of("do-suite-order");

    private final ObjectProvider<SchedulerClient> scheduler; // asked for late: the scheduler itself needs the tasks
    private final Clock clock;

    OrderQueue(ObjectProvider<SchedulerClient> scheduler, Clock clock) {
        this.scheduler = scheduler;
        this.clock = clock;
    }

    void add(UUID order) {
        scheduler
                .getObject()
                .scheduleIfNotExists(TASK.instance(order.toString()).scheduledTo(clock.instant()));
    }
}
